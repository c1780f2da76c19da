package dev.berth.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.ReleaseId;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableInForceTest {

    private static final ReleaseId OLD = new ReleaseId("0123abcd", 1);
    private static final ReleaseId NEW = new ReleaseId("0123abcd", 2);

    private TableInForce table;

    @BeforeEach
    void routeToTheOldOne(@TempDir Path directory) {
        table = new TableInForce(new TableFile(directory));
        apply(1, OLD);
    }

    @Test
    void requestIsCountedWithTheReleaseThatItEnters() {
        assertThat(table.enter("host", () -> 0).orElseThrow().release()).isEqualTo(OLD);
        assertThat(inFlight(OLD)).isEqualTo(1);
    }

    @Test
    void requestThatChoseBeforeANewerTableChoosesAgain() {
        RandomGenerator whileChoosing =
                () -> {
                    apply(2, NEW);
                    return 0;
                };

        ReleaseId entered = table.enter("host", whileChoosing).orElseThrow().release();

        assertThat(entered).isEqualTo(NEW);
        assertThat(inFlight(OLD)).isZero();
        assertThat(inFlight(NEW)).isEqualTo(1);
    }

    @Test
    void nothingIsEnteredWhereNothingIsReady() {
        assertThat(table.enter("other", () -> 0)).isEmpty();
    }

    private long inFlight(ReleaseId release) {
        return table.report().releases().get(release).traffic().inFlight();
    }

    /** Two targets, so that there is something to choose. */
    private void apply(long revision, ReleaseId release) {
        String target =
                "{\"release\":\"%s\",\"weight\":1,\"endpoints\":[{\"uri\":\"http://127.0.0.1:2000\"}]}"
                        .formatted(release);
        String json =
                "{\"revision\":%d,\"routes\":[{\"host\":\"host\",\"targets\":[%s,%s]}]}"
                        .formatted(revision, target, target);
        table.apply(json.getBytes(UTF_8));
    }
}
