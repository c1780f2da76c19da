package dev.berth.intent.tenant;

import dev.berth.model.Caller;
import dev.berth.model.Member;
import dev.berth.model.Refusal;
import dev.berth.model.Role;

/** Who may do what to whom in a tenant. */
final class MemberRules {

    private MemberRules() {}

    /** Refuses where {@code role} is more than the caller has. */
    static void mustCover(Caller caller, Role role) {
        if (!caller.role().covers(role)) {
            throw Refusal.of(
                    Refusal.Kind.DENIED,
                    "nobody gives or takes more than he has: the role %s is for those who have it"
                            .formatted(role.word()));
        }
    }

    /** Refuses where a member is out of the caller's reach, or owns the tenant for good. */
    static void mustMayChange(Caller caller, Member member) {
        mustCover(caller, member.role());
        if (member.personal()) {
            throw conflict(member, "it is his personal tenant");
        }
    }

    static Refusal conflict(Member member, String why) {
        return Refusal.of(
                Refusal.Kind.CONFLICT,
                "cannot remove '%s' or take his role from him: %s".formatted(member.email(), why));
    }
}
