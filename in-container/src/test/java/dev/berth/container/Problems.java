package dev.berth.container;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.container.Client.Answer;
import java.util.ArrayList;
import java.util.List;

/** What every refusal has to be, whatever was asked: problem details (RFC 9457). */
final class Problems {

    private static final int FIRST_REFUSAL = 400;
    private static final int BUG = 500;

    private Problems() {}

    /** Returns what is wrong with the form of an answer, if it is a refusal. */
    static List<String> of(Answer answer) {
        List<String> wrong = new ArrayList<>();
        if (answer.status() >= FIRST_REFUSAL) {
            JsonNode body = answer.body();
            must(wrong, answer.status() != BUG, "it is a bug");
            must(
                    wrong,
                    answer.header("Content-Type").startsWith("application/problem+json"),
                    "the media type is " + answer.header("Content-Type"));
            must(wrong, body.path("status").asInt() == answer.status(), "another status");
            must(wrong, !answer.text("title").isEmpty(), "no title");
            must(wrong, !answer.text("detail").isEmpty(), "no detail");
            must(wrong, answer.text("error").equals(answer.text("detail")), "another error");
            must(
                    wrong,
                    !answer.text("request_id").isEmpty()
                            && answer.text("request_id").equals(answer.header("X-Request-Id")),
                    "no request_id, or another in the header");
        }
        return wrong;
    }

    private static void must(List<String> wrong, boolean right, String otherwise) {
        if (!right) {
            wrong.add(otherwise);
        }
    }
}
