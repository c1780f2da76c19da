package dev.berth.intent.account;

import dev.berth.intent.Transactions;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Finds out who signed a request, and that it was not sent before. */
public final class Signatures {

    /** How far the time of a request may be from ours. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final SigningKeyStore keys;
    private final SeenSignatures seen;
    private final InstantSource clock;
    private final SigningKey nobodys;

    /** Creates it; {@code random} has to be one that nobody can foretell. */
    public Signatures(
            Transactions transactions,
            SigningKeyStore keys,
            SeenSignatures seen,
            InstantSource clock,
            RandomGenerator random) {
        this.transactions = transactions;
        this.keys = keys;
        this.seen = seen;
        this.clock = clock;
        this.nobodys = SigningKey.random(random);
    }

    /**
     * Returns who signed {@code request}. Refuses one that was sent before, unless it comes again
     * with its idempotency key, by which it then has to be answered. Takes as long for somebody
     * unknown as for a wrong signature.
     */
    public Caller authenticate(SignedRequest request) {
        mustBeTimely(request.at());
        return transactions.call(
                () -> {
                    Caller caller = signer(request);
                    mustBeNew(caller, request);
                    return caller;
                });
    }

    private void mustBeTimely(Instant at) {
        if (Duration.between(at, clock.instant()).abs().compareTo(WINDOW) > 0) {
            throw refused("its timestamp is more than 5 minutes off; look at your clock");
        }
    }

    private Caller signer(SignedRequest request) {
        Optional<Signer> signer = keys.signer(request.user());
        SigningKey key = signer.map(Signer::key).orElse(nobodys);
        boolean right = MessageDigest.isEqual(key.sign(request.message()), request.signature());
        if (signer.isEmpty() || !right) {
            throw refused("it is not the user's for this request");
        }
        return signer.get().caller();
    }

    private void mustBeNew(Caller caller, SignedRequest request) {
        switch (seen.note(caller.user(), request.mark(), request.repeatableBy())) {
            case FIRST, REPEATED -> {}
            case REPLAYED -> throw refused("it was used before; sign each request anew");
        }
    }

    private static Refusal refused(String why) {
        return Refusal.of(Refusal.Kind.UNAUTHENTICATED, "cannot accept the signature: " + why);
    }
}
