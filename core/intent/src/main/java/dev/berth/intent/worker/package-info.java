/** Workers and their deployments as developers want them. */
package dev.berth.intent.worker;
