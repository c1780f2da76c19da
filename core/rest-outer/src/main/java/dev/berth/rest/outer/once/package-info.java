/** Requests that carry an idempotency key, and so have one effect. */
package dev.berth.rest.outer.once;
