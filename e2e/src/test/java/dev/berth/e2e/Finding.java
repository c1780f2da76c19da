package dev.berth.e2e;

/** A place that shows a secret, which is named and not repeated. */
record Finding(String place, String secret) implements Comparable<Finding> {

    @Override
    public int compareTo(Finding other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return place + " shows the " + secret;
    }
}
