package dev.berth.plugin.strategies;

/** What the settings that several strategies have mean. */
final class Words {

    static final String READY_TIMEOUT =
            "how long to wait for one more instance of the new release to become ready";
    static final String DRAIN_TIMEOUT =
            "how long requests in flight may go on where the two releases may not run at once";
    static final String MIN_REQUESTS =
            "how many requests each release must have answered before they decide anything";
    static final String MAX_ERRORS =
            "how many more requests in a hundred may fail than of the previous release";
    static final String MAX_SLOWDOWN =
            "how many times as long as the previous release's the median answer may take";
    static final String LATENCY_SLACK = "how much longer it may take in any case";

    private Words() {}
}
