package dev.berth.rest.outer.tenant;

/** What somebody says of a project to be. */
public record NewProjectBody(String name) {}
