package dev.berth.rest.outer.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.worker.DeployRequest;
import dev.berth.model.Caller;
import dev.berth.model.Cause;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.SourceId;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.model.WorkerId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeployBodyTest {

    private static final String DIGEST = "a".repeat(64);
    private static final Cause CAUSE = new Cause(Optional.empty(), "r1", Optional.empty());
    private static final Caller CALLER =
            new Caller(
                    new UserId(new UUID(0, 1)),
                    "a@b.c",
                    new TenantId(new UUID(0, 2)),
                    Role.OWNER,
                    Optional.empty());

    @Test
    void requestHasWhatTheBodySays() {
        DeployRequest request =
                body("0123abcd", "sha256:" + DIGEST, 80, CALLER.user().toString(), "abc123")
                        .request(CALLER, CAUSE);

        assertThat(request)
                .isEqualTo(
                        new DeployRequest(
                                new WorkerId("0123abcd"),
                                Optional.empty(),
                                Optional.of(new SourceId(DIGEST)),
                                OptionalInt.of(80),
                                "abc123",
                                Optional.empty(),
                                CAUSE));
    }

    @Test
    void anotherUserIsDenied() {
        assertThat(refused(body("0123abcd", DIGEST, 80, new UUID(9, 9).toString(), "")))
                .isEqualTo(Refusal.Kind.DENIED);
    }

    @Test
    void idThatNoWorkerCanHaveIsAbsent() {
        assertThat(refused(body("../x", DIGEST, 80, CALLER.user().toString(), "")))
                .isEqualTo(Refusal.Kind.ABSENT);
    }

    @Test
    void valuesThatCannotBeAreMalformed() {
        String user = CALLER.user().toString();

        assertThat(refused(body("0123abcd", "sha256:xyz", 80, user, "")))
                .isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refused(body("0123abcd", DIGEST, 0, user, "")))
                .isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refused(body("0123abcd", DIGEST, 65_536, user, "")))
                .isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refused(body("0123abcd", DIGEST, 80, user, "not hex")))
                .isEqualTo(Refusal.Kind.MALFORMED);
    }

    private static Refusal.Kind refused(DeployBody body) {
        return catchThrowableOfType(Refusal.class, () -> body.request(CALLER, CAUSE)).kind();
    }

    private static DeployBody body(
            String worker, String source, int port, String user, String commit) {
        return new DeployBody(
                worker,
                Optional.empty(),
                Optional.of(source),
                OptionalInt.of(port),
                Optional.of(user),
                Optional.of(commit),
                Optional.empty());
    }
}
