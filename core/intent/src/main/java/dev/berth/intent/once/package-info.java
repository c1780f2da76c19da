/** Requests that have one effect, however often they are sent. */
package dev.berth.intent.once;
