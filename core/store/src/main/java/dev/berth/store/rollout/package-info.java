/** How the step of a rollout stands in a row, for Inner who made it and for Outer who tells it. */
package dev.berth.store.rollout;
