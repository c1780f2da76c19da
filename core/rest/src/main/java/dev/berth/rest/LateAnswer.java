package dev.berth.rest;

import jakarta.ws.rs.container.AsyncResponse;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Answers a request on a thread of its own: the container has few, and they must not wait. */
public final class LateAnswer {

    private LateAnswer() {}

    /** Answers with what {@code body} returns, or refuses with what it throws. */
    public static void give(AsyncResponse answer, Supplier<?> body) {
        answer.setTimeout(0, TimeUnit.SECONDS);
        Thread.ofVirtual().name("answer").start(() -> resume(answer, body));
    }

    private static void resume(AsyncResponse answer, Supplier<?> body) {
        try {
            answer.resume(body.get());
        } catch (RuntimeException refused) {
            answer.resume(refused);
        }
    }
}
