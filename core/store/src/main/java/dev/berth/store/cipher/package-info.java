/**
 * Encrypts configurations and texts before they are kept, with the keys that a server reads from
 * its file.
 */
package dev.berth.store.cipher;
