/** Logging in, by a password and by other providers, and the logins that a user has linked. */
package dev.berth.rest.outer.login;
