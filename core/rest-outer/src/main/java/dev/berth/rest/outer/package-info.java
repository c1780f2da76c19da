/** Outer's routes: they translate between HTTP and the use cases, and decide nothing. */
package dev.berth.rest.outer;
