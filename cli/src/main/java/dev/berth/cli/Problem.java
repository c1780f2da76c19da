package dev.berth.cli;

import java.io.IOException;
import java.util.StringJoiner;

/** Turns Berth's problem details into the words and the exit status that end a command. */
final class Problem {

    private Problem() {}

    static Failure of(String attempt, Answer answer) {
        return new Failure(status(answer.status()), "cannot " + attempt + ": " + words(answer));
    }

    private static ExitStatus status(int code) {
        return switch (code) {
            case 401, 403 -> ExitStatus.DENIED;
            case 404 -> ExitStatus.NOT_FOUND;
            case 409, 412 -> ExitStatus.CONFLICT;
            case 400, 413, 415, 422 -> ExitStatus.INVALID;
            case 502, 503, 504 -> ExitStatus.UNREACHABLE;
            default -> ExitStatus.FAILED;
        };
    }

    private static String words(Answer answer) {
        Json problem = problem(answer);
        StringJoiner lines = new StringJoiner("\n");
        String detail = first(problem, "detail", "error", "title");
        lines.add(detail.isEmpty() ? "the answer was HTTP " + answer.status() : detail);
        for (Json error : problem.get("errors").items()) {
            lines.add("  " + error.get("pointer").text() + ": " + error.get("message").text());
        }
        String hint = hint(answer, detail.isEmpty());
        if (!hint.isEmpty()) {
            lines.add(hint);
        }
        String request = problem.get("request_id").text();
        if (!request.isEmpty() && answer.status() >= 500) {
            lines.add("request " + request);
        }
        return lines.toString();
    }

    private static String hint(Answer answer, boolean wordless) {
        return switch (answer.status()) {
            case 401 -> "run 'berth login', or give a valid token by --token-file or BERTH_TOKEN";
            case 429, 502, 503, 504 ->
                    answer.retryAfter().isEmpty()
                            ? "try again later"
                            : "try again in " + answer.retryAfter() + " s";
            default -> wordless ? "is that a Berth? check --url" : "";
        };
    }

    private static Json problem(Answer answer) {
        try {
            return answer.json();
        } catch (IOException wordless) {
            return new Json.Absent();
        }
    }

    private static String first(Json problem, String... names) {
        for (String name : names) {
            String text = problem.get(name).text();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
