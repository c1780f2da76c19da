package dev.berth.rest.outer.deploy;

import dev.berth.intent.worker.DeployRequest;
import dev.berth.model.Caller;
import dev.berth.model.Cause;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.SourceId;
import dev.berth.model.WorkerId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a developer wants deployed. */
public record DeployBody(
        String workerId,
        Optional<String> image,
        Optional<String> source,
        OptionalInt port,
        Optional<String> userUid,
        Optional<String> commitSha,
        Optional<String> strategy) {

    private static final int HIGHEST_PORT = 65_535;

    DeployRequest request(Caller caller, Cause cause) {
        mustBe(caller);
        WorkerId worker =
                WorkerId.parse(workerId).orElseThrow(() -> Refusal.absent("worker", workerId));
        return new DeployRequest(
                worker,
                image,
                source.map(DeployBody::sourceId),
                checkedPort(),
                checkedCommit(),
                strategy,
                cause);
    }

    private void mustBe(Caller caller) {
        if (userUid.isPresent() && !userUid.get().equals(caller.user().toString())) {
            throw Refusal.of(
                    Refusal.Kind.DENIED,
                    "cannot deploy",
                    List.of(new Problem("/user_uid", "must be who asks; leave it out")));
        }
    }

    private OptionalInt checkedPort() {
        if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > HIGHEST_PORT)) {
            throw malformed("/port", "must be 1 to " + HIGHEST_PORT);
        }
        return port;
    }

    private String checkedCommit() {
        String commit = commitSha.orElse("");
        if (!commit.matches("[0-9a-fA-F]{0,64}")) {
            throw malformed("/commit_sha", "must be at most 64 hexadecimal digits");
        }
        return commit;
    }

    private static SourceId sourceId(String text) {
        return SourceId.parse(text)
                .orElseThrow(
                        () ->
                                malformed(
                                        "/source",
                                        "must be 'sha256:' and 64 lower-case hexadecimal digits"));
    }

    private static Refusal malformed(String pointer, String message) {
        return Refusal.of(
                Refusal.Kind.MALFORMED, "cannot deploy", List.of(new Problem(pointer, message)));
    }
}
