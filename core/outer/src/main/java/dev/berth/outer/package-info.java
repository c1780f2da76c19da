/** Puts Outer together: configuration, use cases, and the adapters behind their ports. */
package dev.berth.outer;
