/**
 * Logging in by a provider such as a company's OpenID Connect server, or GitHub. The browser goes
 * there and comes back with a code; who it is, the provider tells Outer itself.
 */
package dev.berth.intent.login;
