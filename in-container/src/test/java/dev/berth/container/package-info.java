/**
 * Tests Outer and Inner in the container that they are made for: the distribution's Liberty with
 * its server.xml, WARs and plugins, and a real PostgreSQL. No Kafka runs and no edge: what has to
 * go on without them goes on here.
 */
package dev.berth.container;
