package dev.berth.rest.outer.login;

/** Where a browser has to go. */
public record LocationView(String location) {}
