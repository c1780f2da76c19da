package dev.berth.intent.login;

import static dev.berth.intent.account.Reception.HOME;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.account.Admission;
import dev.berth.intent.account.Reception;
import dev.berth.model.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Those who come from home by the logins of providers, over stores in memory. */
final class LoginScene {

    static final String ADA = "ada@example.org";

    final Reception reception = new Reception(Admission.OPEN);
    private final InMemoryLogins store = new InMemoryLogins(reception.transactions);
    private final SplittableRandom random = new SplittableRandom(1);
    final ProviderLogins logins = logins(Admission.OPEN, false);

    /** Returns the logins of two providers, {@code company} and {@code other}. */
    ProviderLogins logins(Admission admission, boolean linksByEmail) {
        return new ProviderLogins(
                reception.transactions,
                new Providers(
                        List.of(
                                provider("company", admission, linksByEmail),
                                provider("other", admission, linksByEmail))),
                store,
                identities(),
                reception.authentication,
                reception.throttle,
                reception.clock,
                random);
    }

    private static LoginProvider provider(String name, Admission admission, boolean linksByEmail) {
        return new PlainProvider(new LoginOption(name, name, admission, linksByEmail));
    }

    Identities identities() {
        return new Identities(store, reception.accounts, reception.newcomers(), reception.clock);
    }

    Landing login(String code) {
        return login(logins, code);
    }

    Landing login(ProviderLogins by, String code) {
        Departure departure = by.begin("company", "", HOME);
        return by.land("company", kept(departure), back(departure.ticket().state(), code), HOME);
    }

    Landing land(Departure departure, String code) {
        return land(departure, code, "");
    }

    Landing land(Departure departure, String code, String error) {
        Return back = new Return(departure.ticket().state(), code, error, Optional.empty());
        return logins.land("company", kept(departure), back, HOME);
    }

    static Optional<Ticket> kept(Departure departure) {
        return Optional.of(departure.ticket());
    }

    static Return back(String state, String code) {
        return new Return(state, code, "", Optional.empty());
    }

    static Refusal.Kind refused(ThrowingCallable work) {
        return refusal(work).kind();
    }

    static Refusal refusal(ThrowingCallable work) {
        return catchThrowableOfType(Refusal.class, work);
    }
}
