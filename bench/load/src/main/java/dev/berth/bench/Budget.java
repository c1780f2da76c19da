package dev.berth.bench;

/**
 * What a figure should be.
 *
 * @param what names it
 * @param limit the least, or the most, that is good
 * @param measured what it is
 * @param met whether that is good
 */
record Budget(String what, double limit, double measured, boolean met) {

    static Budget atMost(double limit, String what, double measured) {
        return new Budget(what, limit, measured, measured <= limit);
    }

    static Budget atLeast(double limit, String what, double measured) {
        return new Budget(what, limit, measured, measured >= limit);
    }
}
