/**
 * What Inner reads of a worker before it works, and writes of what became of it, as long as its
 * claim is the latest.
 */
package dev.berth.store.reconcile;
