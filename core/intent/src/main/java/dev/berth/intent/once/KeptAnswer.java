package dev.berth.intent.once;

import java.util.Optional;

/**
 * What is known of a request that had its effect.
 *
 * @param fingerprint what tells it from others
 * @param answer what was answered; empty where that showed a secret
 */
public record KeptAnswer(String fingerprint, Optional<Answer> answer) {}
