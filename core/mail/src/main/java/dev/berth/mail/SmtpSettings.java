package dev.berth.mail;

import dev.berth.model.Email;
import java.util.Optional;

/**
 * Where and how to hand letters over. Never prints the password.
 *
 * @param host the server
 * @param port its port
 * @param security whether the way to it is encrypted
 * @param from whom letters are from
 * @param login what to log in with; empty where the server asks for nothing
 */
public record SmtpSettings(
        String host, int port, Security security, Email from, Optional<Login> login) {

    /** Whether the way to the server is encrypted. */
    public enum Security {
        /** Begins in clear text and goes on encrypted, or not at all. */
        STARTTLS,

        /** Encrypted from the first byte. */
        TLS,

        /** In clear text: for a server on this machine. */
        NONE
    }

    /**
     * What to log in with.
     *
     * @param user the user
     * @param password his password
     */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
