/** Runs calls into plugins: on virtual threads, in slots, until a deadline. */
package dev.berth.engine.operation;
