package dev.berth.intent.mail;

import dev.berth.model.Email;

/**
 * What is written to somebody. Never prints its text, which may prove something.
 *
 * @param to to whom
 * @param subject what it is about
 * @param text plain text
 */
public record Letter(Email to, String subject, String text) {

    @Override
    public String toString() {
        return "Letter[" + to + ", " + subject + "]";
    }
}
