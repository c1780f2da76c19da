/** Uploaded sources, kept in chunks. */
package dev.berth.store.source;
