/** Kafka's broker, in the launcher's own JVM. */
package dev.berth.standalone.broker;
