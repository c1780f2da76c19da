package dev.berth.intent.tenant;

import dev.berth.intent.mail.Letter;
import dev.berth.model.Caller;
import dev.berth.model.Email;
import dev.berth.model.Role;

/** The text that is mailed to who is invited. */
final class InvitationLetter {

    private InvitationLetter() {}

    static Letter of(Caller by, Email to, Role role) {
        return new Letter(
                to,
                "You are invited to Berth",
                """
                %s invites you to work in his tenant on Berth, as %s.

                If you have no account yet: 'berth register --email %s', within 7 days.
                Then say with each command for which tenant it is:

                    berth workers --tenant %s
                """
                        .formatted(by.email(), role.word(), to, by.tenant()));
    }
}
