package dev.berth.work.worker;

import java.time.Instant;

/** A release that served before and stays ready to take over again, and until when. */
public record Warm(long release, Instant until) {}
