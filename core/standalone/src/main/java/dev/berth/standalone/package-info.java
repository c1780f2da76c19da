/**
 * What {@code ./berth up} runs on a single machine. One JVM, the launcher, holds the Kafka broker
 * and watches three children: PostgreSQL, the edge and Liberty with Outer and Inner. Each child has
 * a session of its own, so that it outlives a launcher that is killed; the next {@code up} stops
 * what it finds, but adopts an edge that answers, because traffic goes on.
 *
 * <p>{@link dev.berth.standalone.Launcher} is the entry point, {@link
 * dev.berth.standalone.Standalone} the whole, {@link dev.berth.standalone.home.Home} the state on
 * disk. The commands and the order of things are here; the packages below hold what is started
 * ({@code database}, {@code broker}, {@code server}), how ({@code process}), and what it needs.
 */
package dev.berth.standalone;
