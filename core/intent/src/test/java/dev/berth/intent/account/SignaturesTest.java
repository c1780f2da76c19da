package dev.berth.intent.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.FakeTransactions;
import dev.berth.intent.MovableClock;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.UserId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {

    private static final byte[] MESSAGE = "what is asked".getBytes(UTF_8);

    private final FakeTransactions transactions = new FakeTransactions();
    private final InMemorySigningKeys store = new InMemorySigningKeys(transactions);
    private final MovableClock clock = new MovableClock();
    private final SecureRandom random = new SecureRandom();
    private final SecretKeys keys = new SecretKeys(transactions, store, clock, random);
    private final Signatures signatures = new Signatures(transactions, store, store, clock, random);
    private final Caller ada = Callers.of(Role.OWNER);
    private SigningKey key;

    @BeforeEach
    void issueKey() {
        store.add(ada);
        key = keys.rotate(ada);
    }

    @Test
    void signerIsLetIn() {
        assertThat(signatures.authenticate(signed())).isEqualTo(ada);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void clocksMayDifferByFiveMinutes(long seconds) {
        SignedRequest request = signed();

        clock.forward(Duration.ofSeconds(seconds));

        assertThat(signatures.authenticate(request)).isEqualTo(ada);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300_001, 300_001})
    void moreThanFiveMinutesOffIsRefused(long milliseconds) {
        SignedRequest request = signed();

        clock.forward(Duration.ofMillis(milliseconds));

        assertThat(refusal(request)).hasMessageContaining("5 minutes");
    }

    @Test
    void signatureOfAnotherMessageIsRefused() {
        SignedRequest request =
                SignedRequest.of(
                        ada.user(),
                        clock.instant(),
                        "what is not asked".getBytes(UTF_8),
                        key.sign(MESSAGE));

        assertThat(refusal(request)).hasMessageContaining("not the user's");
    }

    @Test
    void oldKeyIsOfNoUse() {
        SignedRequest request = signed();
        keys.rotate(ada);

        assertThat(refusal(request)).hasMessageContaining("not the user's");
    }

    @Test
    void unknownUserIsRefusedLikeAWrongSignatureAndAskedForAsWell() {
        UserId nobody = new UserId(UUID.randomUUID());
        SignedRequest wrong = SignedRequest.of(ada.user(), clock.instant(), MESSAGE, new byte[32]);
        SignedRequest unknown =
                SignedRequest.of(nobody, clock.instant(), MESSAGE, key.sign(MESSAGE));

        assertThat(refusal(unknown)).hasMessage(refusal(wrong).getMessage());
        assertThat(store.asked()).containsExactlyInAnyOrder(ada.user(), nobody);
    }

    @Test
    void signatureIsGoodOnce() {
        signatures.authenticate(signed());

        assertThat(refusal(signed())).hasMessageContaining("used before");
    }

    @Test
    void nonceIsGoodOnceWhateverIsSignedWithIt() {
        signatures.authenticate(signed().by("nonce"));

        byte[] other = "another".getBytes(UTF_8);
        SignedRequest request =
                SignedRequest.of(ada.user(), clock.instant(), other, key.sign(other)).by("nonce");

        assertThat(refusal(request)).hasMessageContaining("used before");
        assertThat(signatures.authenticate(signed().by("other nonce"))).isEqualTo(ada);
    }

    @Test
    void nonceOfOneUserIsNoOthers() {
        Caller bob = Callers.of(Role.OWNER);
        store.add(bob);
        SigningKey bobs = keys.rotate(bob);
        signatures.authenticate(signed().by("nonce"));

        SignedRequest request =
                SignedRequest.of(bob.user(), clock.instant(), MESSAGE, bobs.sign(MESSAGE))
                        .by("nonce");

        assertThat(signatures.authenticate(request)).isEqualTo(bob);
    }

    @Test
    void itMayComeAgainWithItsIdempotencyKeyAlone() {
        signatures.authenticate(signed().repeatable("key"));

        assertThat(signatures.authenticate(signed().repeatable("key"))).isEqualTo(ada);
        assertThat(refusal(signed().repeatable("other"))).hasMessageContaining("used before");
        assertThat(refusal(signed())).hasMessageContaining("used before");
    }

    @Test
    void whatCameWithoutAKeyMayNotComeAgainWithOne() {
        signatures.authenticate(signed());

        assertThat(refusal(signed().repeatable("key"))).hasMessageContaining("used before");
    }

    @Test
    void refusedSignatureIsNotNoted() {
        SignedRequest early =
                SignedRequest.of(ada.user(), clock.instant(), MESSAGE, new byte[32]).by("nonce");
        refusal(early);

        assertThat(signatures.authenticate(signed().by("nonce"))).isEqualTo(ada);
    }

    private SignedRequest signed() {
        return SignedRequest.of(ada.user(), clock.instant(), MESSAGE, key.sign(MESSAGE));
    }

    private Refusal refusal(SignedRequest request) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> signatures.authenticate(request));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        return refusal;
    }
}
