package dev.berth.intent.account;

import dev.berth.intent.Transactions;
import dev.berth.intent.audit.Deed;
import dev.berth.model.Email;
import dev.berth.model.UserId;
import java.time.InstantSource;

/** Lets who has forgotten his password set another. */
public final class PasswordResets {

    private final Transactions transactions;
    private final Accounts accounts;
    private final MailedCodes codes;
    private final PasswordHasher passwords;
    private final Throttle throttle;
    private final InstantSource clock;

    /** Creates it over where accounts are kept. */
    public PasswordResets(
            Transactions transactions,
            Accounts accounts,
            MailedCodes codes,
            PasswordHasher passwords,
            Throttle throttle,
            InstantSource clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.codes = codes;
        this.passwords = passwords;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** Sets the password and ends all sessions; personal access tokens stay. */
    public void reset(Proof proof, Origin origin) {
        Email email = proof.checked("cannot reset the password");
        ProvenCode code = codes.prove(email, origin, proof.code()).orElseThrow(MailedCodes::wrong);
        String hash = passwords.hash(proof.password());
        transactions.run(() -> set(code, hash));
    }

    private void set(ProvenCode code, String passwordHash) {
        String email = code.email().value();
        codes.use(code);
        UserId user = accounts.byEmail(email).orElseThrow(MailedCodes::wrong).user();
        Deed.by(user);
        Deed.on("user", user).changed("sessions", "ended");
        accounts.setPassword(user, passwordHash);
        accounts.endSessions(user, clock.instant());
        throttle.forget(Pace.LOGIN, email, code.origin().network());
        throttle.forget(Pace.CODE, email, code.origin().network());
    }
}
