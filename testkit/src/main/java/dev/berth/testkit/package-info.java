/**
 * What a plugin author tests with. A conformance test extends the TCK of the interface that the
 * plugin implements and overrides {@code create}; {@link dev.berth.testkit.TestContext} and {@link
 * dev.berth.testkit.TestOperation} stand for what Berth lends to a plugin.
 */
package dev.berth.testkit;
