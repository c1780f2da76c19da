/**
 * Drives servers and measures how they answer: {@link dev.berth.bench.traffic.OpenLoop} decides
 * when a call is due, {@link dev.berth.bench.traffic.Wire} makes it cheaply, {@link
 * dev.berth.bench.traffic.Latencies} says how long calls took. {@link
 * dev.berth.bench.traffic.Takeover} is the traffic under which a version of a worker takes over
 * from another one.
 */
package dev.berth.bench.traffic;
