package dev.berth.rest.outer;

/** Where a browser has to go. */
public record LocationView(String location) {}
