package dev.berth.intent.login;

import dev.berth.model.Email;
import java.net.URI;
import java.util.Optional;

/**
 * A provider that takes a code for what it stands for: {@code subject}, or {@code subject address}.
 *
 * @param option what the operator has set
 */
record PlainProvider(LoginOption option) implements LoginProvider {

    static final String ISSUER = "https://login.example.org";

    @Override
    public URI authorization(Ticket ticket) {
        return URI.create(ISSUER + "/authorize?state=" + ticket.state());
    }

    @Override
    public ProvenIdentity prove(Return back, Ticket ticket) {
        String[] parts = back.code().split(" ", 2);
        return new ProvenIdentity(
                ISSUER, parts[0], parts.length > 1 ? Email.parse(parts[1]) : Optional.empty());
    }
}
