package dev.berth.intent.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.intent.Transactions;
import dev.berth.model.Email;
import dev.berth.model.Refusal;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Codes by which somebody proves that he reads the mail of an address. A code is good at the place
 * that asked for it and nowhere else: so nobody can use up the tries of others, or replace their
 * codes.
 */
public final class MailedCodes {

    /** How long a code is good. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** How often one may be tried. */
    public static final int TRIES = 5;

    private static final int CODES = 1_000_000;

    private final Transactions transactions;
    private final CodeStore store;
    private final CodeHasher hasher;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Creates it; {@code random} has to be one that nobody can foretell. */
    public MailedCodes(
            Transactions transactions,
            CodeStore store,
            CodeHasher hasher,
            InstantSource clock,
            RandomGenerator random) {
        this.transactions = transactions;
        this.store = store;
        this.hasher = hasher;
        this.clock = clock;
        this.random = random;
    }

    /** Makes a code, in place of an earlier one, and returns it. Needs a transaction. */
    String make(Email email, Origin origin) {
        Instant now = clock.instant();
        String code = String.format("%06d", random.nextInt(CODES));
        store.put(email, origin, hasher.hash(email, origin, code), now.plus(LIFE));
        store.sweep(now);
        return code;
    }

    /** Tries a code; what is tried counts, whatever comes of it. */
    Optional<ProvenCode> prove(Email email, Origin origin, String code) {
        String hash = hasher.hash(email, origin, code);
        return transactions
                .call(() -> store.attempt(email, origin, clock.instant(), TRIES))
                .filter(kept -> MessageDigest.isEqual(kept.getBytes(UTF_8), hash.getBytes(UTF_8)))
                .map(kept -> new ProvenCode(email, origin, kept));
    }

    /** Uses a code up; refuses where somebody was quicker. Needs a transaction. */
    void use(ProvenCode code) {
        if (!store.remove(code.email(), code.origin(), code.hash())) {
            throw wrong();
        }
    }

    /** Returns the refusal of a code that is not good, for whatever reason. */
    static Refusal wrong() {
        return Refusal.of(
                Refusal.Kind.UNAUTHENTICATED,
                "the code is wrong, was used, or is older than 10 minutes; ask for another, from"
                        + " where you use it");
    }
}
