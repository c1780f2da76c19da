package dev.berth.edge;

/**
 * What the exchanges of one event loop share.
 *
 * @param connections to instances
 * @param exchanges those under way
 * @param largestBody how many bytes a request's body may have
 */
record Lane(Connections connections, Exchanges exchanges, long largestBody) {}
