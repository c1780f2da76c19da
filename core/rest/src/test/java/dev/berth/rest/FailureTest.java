package dev.berth.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

    @ParameterizedTest
    @CsvSource({
        "MALFORMED,400,",
        "UNAUTHENTICATED,401,WWW-Authenticate=Bearer",
        "DENIED,403,",
        "ABSENT,404,",
        "CONFLICT,409,",
        "STALE,412,",
        "TOO_LARGE,413,",
        "UNSUPPORTED,415,",
        "IMPOSSIBLE,422,",
        "EXHAUSTED,429,Retry-After=30",
        "UNAVAILABLE,503,Retry-After=5",
    })
    void eachKindOfRefusalHasItsStatus(Refusal.Kind kind, int status, String header) {
        Failure failure = Failure.of(Refusal.of(kind, "no"));

        assertThat(failure).isEqualTo(new Failure(status, "no", List.of(), headers(header), false));
    }

    @Test
    void refusalThatKnowsWhenToTryAgainSaysIt() {
        Failure failure = Failure.of(Refusal.tooOften("no", Duration.ofMinutes(2)));

        assertThat(failure.status()).isEqualTo(429);
        assertThat(failure.headers()).isEqualTo(Map.of("Retry-After", "120"));
    }

    @Test
    void refusalKeepsItsProblems() {
        Problem problem = new Problem("/x", "is wrong");

        Failure failure =
                Failure.of(Refusal.of(Refusal.Kind.MALFORMED, "cannot", List.of(problem)));

        assertThat(failure.errors()).containsExactly(problem);
        assertThat(failure.detail()).isEqualTo("cannot: /x: is wrong");
    }

    @Test
    void wrappedRefusalIsStillOne() {
        Throwable wrapped =
                new IllegalStateException(Refusal.of(Refusal.Kind.TOO_LARGE, "too much"));

        assertThat(Failure.of(wrapped).status()).isEqualTo(413);
    }

    @Test
    void bugTellsTheClientNothingOfItself() {
        Failure failure = Failure.of(new IllegalStateException("password hunter2"));

        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.bug()).isTrue();
        assertThat(failure.detail()).doesNotContain("hunter2");
    }

    private static Map<String, String> headers(String header) {
        if (header == null) {
            return Map.of();
        }
        String[] parts = header.split("=", 2);
        return Map.of(parts[0], parts[1]);
    }
}
