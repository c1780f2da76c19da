package dev.berth.rest.outer.info;

/**
 * What this Berth was built from.
 *
 * @param version its version
 * @param build the commit, or the time where there is none
 */
public record BuildInfo(String version, String build) {}
