package dev.berth.rest.outer;

/** Says that something was done. */
public record MessageView(String message) {}
