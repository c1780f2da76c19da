package dev.berth.rest.inner;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.rest.OneOrMany;
import dev.berth.work.usage.UsageReport;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Reports that came together. */
record UsageReportBodies(OneOrMany<UsageReportBody> body) {

    private static final int MOST = 1000;
    private static final int MOST_PROBLEMS = 20;
    private static final String ATTEMPTED = "cannot take the report";

    List<UsageReport> reports(Instant now) {
        List<UsageReportBody> bodies = body.items();
        if (bodies.isEmpty() || bodies.size() > MOST) {
            throw malformed(List.of(new Problem("", "must be 1 to " + MOST + " reports")));
        }
        List<Problem> problems =
                IntStream.range(0, bodies.size())
                        .boxed()
                        .flatMap(
                                place ->
                                        bodies.get(place).problems(now).stream()
                                                .map(problem -> problem.below(body.pointer(place))))
                        .limit(MOST_PROBLEMS)
                        .toList();
        if (!problems.isEmpty()) {
            throw malformed(problems);
        }
        return bodies.stream().map(UsageReportBody::report).toList();
    }

    Refusal strangers(List<Integer> places) {
        return Refusal.of(
                Refusal.Kind.IMPOSSIBLE,
                ATTEMPTED,
                places.stream()
                        .limit(MOST_PROBLEMS)
                        .map(
                                place ->
                                        new Problem(
                                                body.pointer(place) + "/user_id", "is nobody's id"))
                        .toList());
    }

    private static Refusal malformed(List<Problem> problems) {
        return Refusal.of(Refusal.Kind.MALFORMED, ATTEMPTED, problems);
    }
}
