package dev.berth.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.store.World;
import dev.berth.work.audit.RefusedCall;
import dev.berth.work.audit.RefusedCalls;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusedCallsIT {

    private final World world = new World();
    private final RefusedCalls calls = world.inner.refusedCalls();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void callIsALineOfTheAuditLog() {
        calls.note(call("192.0.2.1"));

        assertThat(
                        world.number(
                                """
                                SELECT count(*) FROM audit_log
                                WHERE operation = 'inner.call' AND target_kind = 'path'
                                    AND target_id = '/api/v1/acceptTask' AND source = '192.0.2.1'
                                    AND changes = '{"method": "POST"}' AND request_id = 'request'
                                    AND outcome = 'refused' AND status = 401 AND actor IS NULL
                                    AND tenant_id IS NULL
                                """))
                .isEqualTo(1);
    }

    @Test
    void endlessPathIsCut() {
        calls.note(new RefusedCall("M".repeat(8_000), "/" + "a".repeat(8_000), "192.0.2.1", "r"));

        assertThat(world.number("SELECT length(target_id) FROM audit_log")).isEqualTo(200);
    }

    @Test
    void whoGoesOnCallingFillsNothing() {
        IntStream.range(0, 10).forEach(_ -> calls.note(call("192.0.2.1")));
        assertThat(lines()).isEqualTo(1);

        IntStream.range(0, 100).forEach(n -> calls.note(call("198.51.100." + n)));
        assertThat(lines()).isEqualTo(60);
    }

    private long lines() {
        return world.number("SELECT count(*) FROM audit_log");
    }

    private static RefusedCall call(String source) {
        return new RefusedCall("POST", "/api/v1/acceptTask", source, "request");
    }
}
