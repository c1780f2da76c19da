/** Strategies that come with Berth; each is a pure function of a rollout. */
package dev.berth.plugin.strategies;
