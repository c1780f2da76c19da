package dev.berth.intent.account;

import dev.berth.intent.mail.Letter;
import dev.berth.model.Email;

/** The texts that are mailed about accounts. */
final class Letters {

    private Letters() {}

    static Letter code(Email to, String code) {
        return new Letter(
                to,
                "Your code for Berth",
                """
                Your code for Berth is

                    %s

                It is good for 10 minutes, once, and at the place that asked for it: to register
                with this address, or to set a new password.

                Nobody who works here will ask you for it. If you did not ask for a code, somebody
                else typed your address; without this code he can do nothing, and you need do
                nothing either.
                """
                        .formatted(code));
    }
}
