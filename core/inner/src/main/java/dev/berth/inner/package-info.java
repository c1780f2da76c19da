/**
 * Puts Inner together: configuration, the plugins behind their port, the processor, and what they
 * hold open.
 */
package dev.berth.inner;
