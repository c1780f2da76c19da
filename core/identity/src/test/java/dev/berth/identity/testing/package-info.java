/** A provider of logins to test against, which also lies when told to. */
package dev.berth.identity.testing;
