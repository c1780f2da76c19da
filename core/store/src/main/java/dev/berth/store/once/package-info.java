/**
 * What must have one effect, however often it comes: answers that are given again, signatures that
 * are not taken twice.
 */
package dev.berth.store.once;
