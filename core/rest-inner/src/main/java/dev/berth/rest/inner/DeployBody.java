package dev.berth.rest.inner;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.UserId;
import java.util.List;

/** What a part of Berth wants deployed for a user. Outer sees to all but who that is. */
public record DeployBody(String userUid, String workerId, String image, int port) {

    UserId user() {
        return UserId.parse(userUid)
                .orElseThrow(
                        () ->
                                Refusal.of(
                                        Refusal.Kind.MALFORMED,
                                        "cannot deploy",
                                        List.of(new Problem("/user_uid", "must be a user's id"))));
    }
}
