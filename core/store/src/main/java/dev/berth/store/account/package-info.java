/**
 * Who a user is, and what shows it: accounts, sessions, tokens, signing keys, mailed codes, counted
 * attempts.
 */
package dev.berth.store.account;
