package dev.berth.spi;

/**
 * Says one thing about the state of something, as Kubernetes does.
 *
 * @param type what it is about, in upper camel case: {@code Isolated}, {@code LimitsEnforced}
 * @param status whether it holds
 * @param reason why, in one word in upper camel case
 * @param message why, for a person
 */
public record Condition(String type, boolean status, String reason, String message) {}
