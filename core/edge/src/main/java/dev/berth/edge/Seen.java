package dev.berth.edge;

import dev.berth.spi.Traffic;

/**
 * What went through one release.
 *
 * @param traffic all of it
 * @param streams those in flight that may stay for long: WebSockets and streams of events
 */
record Seen(Traffic traffic, long streams) {}
