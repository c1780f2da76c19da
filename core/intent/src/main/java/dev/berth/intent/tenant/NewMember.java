package dev.berth.intent.tenant;

import dev.berth.model.Email;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import java.util.List;

/**
 * Somebody who is to belong to a tenant.
 *
 * @param email his address
 * @param role the name of his role
 */
public record NewMember(String email, String role) {

    Email checkedEmail() {
        return Email.parse(email)
                .orElseThrow(
                        () ->
                                refusal(
                                        Refusal.Kind.MALFORMED,
                                        "/email",
                                        "must be an address such as ada@example.org"));
    }

    Role checkedRole() {
        return Role.parse(role)
                .orElseThrow(
                        () ->
                                refusal(
                                        Refusal.Kind.IMPOSSIBLE,
                                        "/role",
                                        "is not known; known are "
                                                + String.join(", ", Role.words())));
    }

    private static Refusal refusal(Refusal.Kind kind, String pointer, String message) {
        return Refusal.of(kind, "cannot add the member", List.of(new Problem(pointer, message)));
    }
}
