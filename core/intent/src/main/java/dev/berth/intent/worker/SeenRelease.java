package dev.berth.intent.worker;

/**
 * A release that runs or has traffic.
 *
 * @param number its number
 * @param version the version that it runs
 * @param weight its share of the traffic, in percent
 * @param wanted how many instances are wanted now
 * @param ready how many are ready
 */
public record SeenRelease(long number, long version, int weight, int wanted, int ready) {}
