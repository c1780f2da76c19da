/** Brings one worker to what is wanted of it, and the traffic to where it runs. */
package dev.berth.work.reconcile;
