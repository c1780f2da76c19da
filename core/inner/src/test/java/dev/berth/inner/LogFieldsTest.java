package dev.berth.inner;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import dev.berth.work.LogContext;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogFieldsTest {

    private final LogFields fields = new LogFields();
    private final Map<String, String> written = new HashMap<>();

    @AfterEach
    void close() {
        fields.close();
    }

    @Test
    void libertyIsToldWhatALineIsAbout() {
        fields.open();

        LogContext.of(LogContext.Component.CRON).run(() -> LogRecordContext.getExtensions(written));

        assertThat(written).containsEntry("component", "cron").doesNotContainKey("task_id");
    }

    @Test
    void anotherStartTakesOverFromOneThatNeverEnded() {
        new LogFields().open();

        fields.open();

        LogContext.of(LogContext.Component.JOB).run(() -> LogRecordContext.getExtensions(written));
        assertThat(written).containsEntry("component", "job");
    }

    @Test
    void nothingIsToldOnceInnerIsStopped() {
        fields.open();

        fields.close();

        LogContext.of(LogContext.Component.JOB).run(() -> LogRecordContext.getExtensions(written));
        assertThat(written).doesNotContainKey("component");
    }
}
