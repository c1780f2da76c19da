package dev.berth.plugin.process;

import java.time.Duration;

/** How far one instance is. */
sealed interface InstanceState {

    /** It answers on its port. */
    record Up(int port) implements InstanceState {}

    /** It may get there by itself. */
    record Waiting(String phrase, Duration callAgainAfter) implements InstanceState {}

    /** It will not. */
    record Failed(String reason) implements InstanceState {}
}
