/** Logins by way of a provider: those that go on, and who is whom at which provider. */
package dev.berth.store.login;
