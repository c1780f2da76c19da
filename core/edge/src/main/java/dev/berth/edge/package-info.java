/**
 * The L7 router of a single machine: a process of its own that brings requests to releases.
 *
 * <p>{@link dev.berth.edge.EdgeMain} starts it. A {@link dev.berth.edge.ControlServer} takes whole
 * route tables and keeps the newest on disk; each event loop has a {@link
 * dev.berth.edge.PublicServer} that looks every request up in the {@link dev.berth.edge.Routing} in
 * force and hands it to an {@link dev.berth.edge.Exchange}, or a {@link dev.berth.edge.Tunnel} once
 * both ends have switched protocols. Requests are proxied on Vert.x core and not by
 * vertx-http-proxy: counting what is in flight, giving up late answers and holding WebSockets back
 * need every end of an exchange.
 */
package dev.berth.edge;
