package dev.berth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.account.Origin;
import dev.berth.model.Email;
import org.junit.jupiter.api.Test;

class HmacCodeHasherTest {

    private static final Email ADA = new Email("ada@example.org");
    private static final Origin HOME = new Origin("192.0.2.1");

    private final HmacCodeHasher hasher = new HmacCodeHasher(SessionKey.of("k".repeat(32)));

    @Test
    void hashIsTheSameForTheSameAlone() {
        String hash = hasher.hash(ADA, HOME, "012345");

        assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(hasher.hash(ADA, HOME, "012345"));
        assertThat(hasher.hash(ADA, HOME, "012346")).isNotEqualTo(hash);
        assertThat(hasher.hash(new Email("bob@example.org"), HOME, "012345")).isNotEqualTo(hash);
        assertThat(hasher.hash(ADA, new Origin("192.0.2.2"), "012345")).isNotEqualTo(hash);
    }

    @Test
    void withoutTheKeyNobodyCanMakeTheHash() {
        HmacCodeHasher other = new HmacCodeHasher(SessionKey.of("l".repeat(32)));

        assertThat(other.hash(ADA, HOME, "012345")).isNotEqualTo(hasher.hash(ADA, HOME, "012345"));
    }
}
