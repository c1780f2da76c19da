package dev.berth.container;

import dev.berth.container.Client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what no answer may be, whatever was asked. */
record FuzzOracle(OpenApi document) {

    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAULT = 500;

    /** What HTTP has for a method, or a version of HTTP, that a server does not speak. */
    private static final Set<Integer> NOT_SPOKEN = Set.of(501, 505);

    private static final Pattern INSIDE =
            Pattern.compile(
                    "\\b[a-z]+\\.[a-zA-Z.]*(Exception|Error)\\b|\\tat [a-z]|\\b(SRVE|CWW|DSRA|J2CA)"
                            + "[A-Z]*[0-9]{4}|PSQL|SQLSTATE|\\b(org|com|jakarta|java)\\.[a-z]+\\.[a-z]");

    /** Returns what is wrong with an answer. */
    List<String> wrong(FuzzRequest request, FuzzAnswer answer) {
        List<String> wrong = new ArrayList<>();
        boolean mayBe = !request.isHttp() && NOT_SPOKEN.contains(answer.status());
        if (answer.status() >= FIRST_FAULT && !mayBe) {
            wrong.add("status " + answer.status());
        }
        if (isOfTheServer(answer)) {
            return wrong;
        }
        if (INSIDE.matcher(answer.text()).find()) {
            wrong.add("it tells of the inside");
        }
        if (request.isHttp() && !request.method().equals("HEAD")) {
            Answer read = answer.answer();
            if (answer.status() >= FIRST_REFUSAL) {
                wrong.addAll(Problems.of(read));
            } else if (answer.isJson() && answer.body().length > 0) {
                request.route().ifPresent(route -> wrong.addAll(document.differences(route, read)));
            }
        }
        return wrong;
    }

    /**
     * Returns whether the server refused before it asked an application: a path with an encoded
     * slash, dot or backslash or a broken escape, or a head that is too long. It has its own words.
     */
    private static boolean isOfTheServer(FuzzAnswer answer) {
        return answer.status() == FIRST_REFUSAL
                && (answer.body().length == 0 || answer.text().contains("CWWWC0005I"));
    }
}
