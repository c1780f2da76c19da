package dev.berth.rest.outer.account;

/** Who would like to have a code. */
public record SendCodeBody(String email) {}
