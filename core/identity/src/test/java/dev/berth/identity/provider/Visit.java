package dev.berth.identity.provider;

import dev.berth.identity.testing.FakeProvider;
import dev.berth.intent.account.Admission;
import dev.berth.intent.login.LoginOption;
import dev.berth.intent.login.LoginProvider;
import dev.berth.intent.login.ProvenIdentity;
import dev.berth.intent.login.Return;
import dev.berth.intent.login.Ticket;
import dev.berth.model.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/**
 * A browser's way to a fake provider and back.
 *
 * @param fake the provider
 * @param provider what Berth makes of it
 */
record Visit(FakeProvider fake, LoginProvider provider) {

    static final Ticket TICKET = Ticket.parse("t".repeat(43)).orElseThrow();
    static final URI BACK = URI.create("https://berth.example.org/api/v1/auth/provider/x/callback");

    static ClientSettings client(String scope) {
        return new ClientSettings(
                new LoginOption("x", "X", Admission.CLOSED, false),
                FakeProvider.CLIENT,
                Optional.of(new ClientSecret(FakeProvider.SECRET)),
                List.of(scope),
                BACK);
    }

    /** Goes there, consents, comes back, and has the provider asked. */
    ProvenIdentity prove() {
        return provider.prove(back(), TICKET);
    }

    /** Goes there, consents and comes back. */
    Return back() {
        URI back = fake.consent(provider.authorization(TICKET));
        Map<String, String> values = FakeProvider.values(back.getRawQuery());
        return new Return(values.get("state"), values.get("code"), "", Optional.empty());
    }

    /** Does the same, and returns the refusal, which tells nothing that is secret. */
    Refusal refused() {
        Refusal refusal = Assertions.catchThrowableOfType(Refusal.class, this::prove);
        Assertions.assertThat(refusal).isNotNull();
        Assertions.assertThat(refusal.toString())
                .doesNotContain(FakeProvider.SECRET, "code-", "access-", TICKET.verifier());
        return refusal;
    }
}
