/**
 * The table of tasks: what Outer adds to it, what Inner claims and settles, by which name, and what
 * the clock adds.
 */
package dev.berth.store.task;
