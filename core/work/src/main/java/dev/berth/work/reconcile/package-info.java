/**
 * Brings one worker to what is wanted of it, and the traffic to where it runs. Looks at the whole
 * state, and never at what caused it.
 */
package dev.berth.work.reconcile;
