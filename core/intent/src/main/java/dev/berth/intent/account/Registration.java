package dev.berth.intent.account;

import dev.berth.intent.Transactions;
import dev.berth.intent.account.Authentication.Session;
import dev.berth.intent.audit.Deed;
import dev.berth.intent.task.UserTasks;
import dev.berth.intent.tenant.InvitationStore;
import dev.berth.intent.tenant.Quotas;
import dev.berth.model.Email;
import dev.berth.model.ProjectId;
import dev.berth.model.Refusal;
import dev.berth.model.TaskId;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Lets people in: makes a user, his personal tenant with its first project, and its quotas. */
public final class Registration {

    private final Transactions transactions;
    private final Accounts accounts;
    private final InvitationStore invitations;
    private final Quotas quotas;
    private final MailedCodes codes;
    private final PasswordHasher passwords;
    private final SecretKeys keys;
    private final UserTasks tasks;
    private final Authentication authentication;
    private final Admission admission;
    private final InstantSource clock;

    /** Creates it over where accounts are kept. */
    public Registration(
            Transactions transactions,
            Accounts accounts,
            InvitationStore invitations,
            Quotas quotas,
            MailedCodes codes,
            PasswordHasher passwords,
            SecretKeys keys,
            UserTasks tasks,
            Authentication authentication,
            Admission admission,
            InstantSource clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.invitations = invitations;
        this.quotas = quotas;
        this.codes = codes;
        this.passwords = passwords;
        this.keys = keys;
        this.tasks = tasks;
        this.authentication = authentication;
        this.admission = admission;
        this.clock = clock;
    }

    /** Registers who knows the code of his address, once, and opens a session for him. */
    public Registered register(Proof proof, Origin origin) {
        Email email = proof.checked("cannot register");
        ProvenCode code = codes.prove(email, origin, proof.code()).orElseThrow(this::withoutCode);
        NewAccount account = account(email, passwords.hash(proof.password()));
        AtomicReference<TaskId> task = new AtomicReference<>();
        SigningKey key =
                transactions.call(
                        () -> {
                            SigningKey issued = added(account, code);
                            task.set(tasks.registered(account.account().user(), account.tenant()));
                            return issued;
                        });
        tasks.announce(task.get());
        return new Registered(email, authentication.open(account.account().user()), key);
    }

    private static NewAccount account(Email email, String passwordHash) {
        return new NewAccount(
                new Account(new UserId(UUID.randomUUID()), email.value(), passwordHash),
                new TenantId(UUID.randomUUID()),
                new ProjectId(UUID.randomUUID()));
    }

    private SigningKey added(NewAccount account, ProvenCode code) {
        UserId user = account.account().user();
        Instant now = clock.instant();
        codes.use(code);
        if (accounts.byEmail(code.email().value()).isPresent()) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "cannot register: you have an account with this address; log in, or reset its"
                            + " password");
        }
        if (admission == Admission.CLOSED && !invitations.invited(code.email(), now)) {
            throw closed();
        }
        accounts.add(account, now);
        quotas.begin(account.tenant());
        invitations.acceptAll(user, code.email(), now);
        Deed.by(user);
        Deed.on("user", user).changed("tenant_id", account.tenant());
        return keys.issue(user);
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
