package dev.berth.store.once;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.account.SecretKeys;
import dev.berth.intent.account.Signatures;
import dev.berth.intent.account.SignedRequest;
import dev.berth.intent.account.SigningKey;
import dev.berth.model.Refusal;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.cron.CronJob;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Signatures that come again, at once and later. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReplayIT {

    private static final World WORLD = new World();
    private static final int CROWD = 50;
    private static final byte[] MESSAGE = "what is asked".getBytes(UTF_8);
    private static final InstantSource CLOCK = () -> World.NOW;

    private final SecureRandom random = new SecureRandom();
    private final Signatures signatures = signatures();
    private final Tenant ada = WORLD.tenant();
    private final SigningKey key = issue(ada);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void ofFiftyAtOnceOneIsLetIn() throws Exception {
        List<Boolean> letIn = atOnce(() -> letIn(signatures, signed().by("a nonce at once")));

        assertThat(letIn).containsOnlyOnce(true).hasSize(CROWD);
    }

    @Test
    void ofFiftyAtOnceWithTheSameIdempotencyKeyAllAreLetIn() throws Exception {
        List<Boolean> letIn = atOnce(() -> letIn(signatures, signed().repeatable("key")));

        assertThat(letIn).containsOnly(true);
        assertThat(letIn(signatures, signed().repeatable("other"))).isFalse();
        assertThat(letIn(signatures, signed())).isFalse();
    }

    @Test
    void otherServersAndLaterStartsKnowWhatCame() {
        letIn(signatures, signed());

        assertThat(letIn(signatures(), signed())).isFalse();
    }

    @Test
    void nonceIsOnesOwn() {
        Tenant bob = WORLD.tenant();
        SigningKey bobs = issue(bob);
        letIn(signatures, signed().by("a nonce of one's"));

        SignedRequest request =
                SignedRequest.of(bob.user(), World.NOW, MESSAGE, bobs.sign(MESSAGE))
                        .by("a nonce of one's");

        assertThat(letIn(signatures, request)).isTrue();
    }

    @Test
    void signaturesAreRemovedOnceNobodyWouldAcceptThem() {
        CronJob job = new CronJob.PurgeSignatures();
        WORLD.sql("DELETE FROM signatures");
        letIn(signatures, signed().by("a nonce of old"));
        letIn(signatures, signed().by("a nonce of now"));
        WORLD.sql(
                "UPDATE signatures SET seen_at = seen_at - interval '61 minutes'"
                        + " WHERE mark LIKE '%old'");
        WORLD.inner.cron().fire(job, Duration.ZERO);

        OptionalInt again = WORLD.inner.cron().fire(job, Duration.ZERO);

        assertThat(WORLD.number("SELECT count(*) FROM signatures")).isOne();
        assertThat(again).hasValue(0);
        assertThat(letIn(signatures, signed().by("a nonce of now"))).isFalse();
    }

    private Signatures signatures() {
        return new Signatures(
                WORLD.transactions,
                WORLD.outer.signingKeys(),
                WORLD.outer.signatures(),
                CLOCK,
                random);
    }

    private SigningKey issue(Tenant user) {
        SecretKeys keys =
                new SecretKeys(
                        WORLD.transactions, WORLD.outer.signingKeys(), CLOCK, new SecureRandom());
        return WORLD.transactions.call(() -> keys.issue(user.user()));
    }

    private SignedRequest signed() {
        return SignedRequest.of(ada.user(), World.NOW, MESSAGE, key.sign(MESSAGE));
    }

    private static boolean letIn(Signatures signatures, SignedRequest request) {
        try {
            signatures.authenticate(request);
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
            return false;
        }
    }

    private static <T> List<T> atOnce(Callable<T> one) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CROWD)) {
            List<Future<T>> all =
                    threads.invokeAll(Stream.generate(() -> one).limit(CROWD).toList());
            return all.stream().map(Future::resultNow).toList();
        }
    }
}
