package dev.berth.intent.worker;

/** A version with a revision of the configuration; all by their numbers. */
public record Release(long number, long version, long config) {}
