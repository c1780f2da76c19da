package dev.berth.intent.once;

import java.util.Map;

/**
 * What a client is told.
 *
 * @param status the status of HTTP
 * @param headers the headers that belong to the body
 * @param body its JSON; empty for none
 */
public record Answer(int status, Map<String, String> headers, String body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
