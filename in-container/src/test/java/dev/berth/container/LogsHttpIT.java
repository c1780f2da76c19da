package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.container.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients of Outer are told who ask for logs amiss. */
class LogsHttpIT extends DeployedGateways {

    private static final String LOGS = "/api/v1/worker/0badcafe/logs";

    @ParameterizedTest
    @CsvSource({
        "since=soon, /since",
        "since=-10m, /since",
        "since=2027-02-30T00:00:00Z, /since",
        "stream=all, /stream",
        "version_id=one, /version_id",
        "follow=yes, /follow",
        "last=10001, /last"
    })
    void wrongQueryIsToldPlaceByPlace(String query, String pointer) {
        Answer answer = outer.with(session()).get(LOGS + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").path(0).path("pointer").asText())
                .isEqualTo(pointer);
    }

    @Test
    void goodQueryOfAnUnknownWorkerIsAbsent() {
        assertThat(outer.with(session()).get(LOGS + "?since=10m&stream=runtime").status())
                .isEqualTo(404);
        assertThat(outer.with(session()).get(LOGS + "?stream=build").status()).isEqualTo(404);
    }
}
