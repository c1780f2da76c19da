package dev.berth.intent.login;

import java.net.URI;

/**
 * How a browser's way to a provider begins.
 *
 * @param location where to
 * @param ticket what it has to keep
 */
public record Departure(URI location, Ticket ticket) {}
