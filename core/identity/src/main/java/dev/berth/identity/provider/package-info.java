/**
 * Providers by which people log in: those of OpenID Connect, and GitHub. What they answer is taken
 * for what a stranger says, until it is checked.
 */
package dev.berth.identity.provider;
