package dev.berth.model;

/**
 * Says one thing about the state of something, as Kubernetes does.
 *
 * @param type what it is about: {@code Ready}, {@code Degraded}, {@code Isolated}
 * @param status whether it holds
 * @param reason why, in one word
 * @param message why, for a person
 */
public record Condition(String type, boolean status, String reason, String message) {}
