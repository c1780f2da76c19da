package dev.berth.intent.account;

import dev.berth.intent.Transactions;
import dev.berth.intent.account.Authentication.Session;
import dev.berth.intent.task.UserTasks;
import dev.berth.model.Email;
import dev.berth.model.Refusal;

/** Lets people in: makes a user, his personal tenant with its first project, and its quotas. */
public final class Registration {

    private final Transactions transactions;
    private final Accounts accounts;
    private final Newcomers newcomers;
    private final MailedCodes codes;
    private final PasswordHasher passwords;
    private final SecretKeys keys;
    private final UserTasks tasks;
    private final Authentication authentication;
    private final Admission admission;

    /** Creates it over where accounts are kept. */
    public Registration(
            Transactions transactions,
            Accounts accounts,
            Newcomers newcomers,
            MailedCodes codes,
            PasswordHasher passwords,
            SecretKeys keys,
            UserTasks tasks,
            Authentication authentication,
            Admission admission) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.newcomers = newcomers;
        this.codes = codes;
        this.passwords = passwords;
        this.keys = keys;
        this.tasks = tasks;
        this.authentication = authentication;
        this.admission = admission;
    }

    /** Registers who knows the code of his address, once, and opens a session for him. */
    public Registered register(Proof proof, Origin origin) {
        Email email = proof.checked("cannot register");
        ProvenCode code = codes.prove(email, origin, proof.code()).orElseThrow(this::withoutCode);
        String hash = passwords.hash(proof.password());
        Entered entered = transactions.call(() -> entered(code, hash));
        tasks.announce(entered.newcomer().task());
        return new Registered(email, authentication.open(entered.newcomer().user()), entered.key());
    }

    private record Entered(Newcomers.Newcomer newcomer, SigningKey key) {}

    private Entered entered(ProvenCode code, String hash) {
        codes.use(code);
        if (accounts.byEmail(code.email().value()).isPresent()) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "cannot register: you have an account with this address; log in, or reset its"
                            + " password");
        }
        if (!newcomers.welcomes(code.email(), admission)) {
            throw closed();
        }
        Newcomers.Newcomer newcomer = newcomers.admit(code.email(), hash);
        return new Entered(newcomer, keys.issue(newcomer.user()));
    }

    // where it is closed nobody learns without the code who is invited
    private Refusal withoutCode() {
        return switch (admission) {
            case CLOSED -> closed();
            case OPEN -> MailedCodes.wrong();
        };
    }

    private static Refusal closed() {
        return Refusal.of(
                Refusal.Kind.DENIED,
                "cannot register: registration is closed here, or the code is not good; have"
                        + " yourself invited, and ask for a code for that address, from where you"
                        + " use it");
    }

    /**
     * Somebody who has just registered.
     *
     * @param email his address
     * @param session the session that was opened for him
     * @param secretKey what he signs requests by; nobody can show it again
     */
    public record Registered(Email email, Session session, SigningKey secretKey) {

        @Override
        public String toString() {
            return "Registered[" + email + "]";
        }
    }
}
