package dev.berth.rest.outer;

/** Who would like to have a code. */
public record SendCodeBody(String email) {}
