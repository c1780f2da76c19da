package dev.berth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordHasherTest {

    private final Argon2PasswordHasher hasher = new Argon2PasswordHasher(Argon2Cost.OWASP);

    @Test
    void passwordMatchesItsHash() {
        String hash = hasher.hash("correct horse");

        assertThat(hasher.matches("correct horse", hash)).isTrue();
        assertThat(hasher.matches("correct horsf", hash)).isFalse();
    }

    @Test
    void hashSaysWhatItCost() {
        assertThat(hasher.hash("x")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void hashIsDifferentEachTime() {
        assertThat(hasher.hash("x")).isNotEqualTo(hasher.hash("x"));
    }

    @Test
    void hashOfAnotherCostStillMatches() {
        String cheap = new Argon2PasswordHasher(new Argon2Cost(1024, 1, 1)).hash("x");

        assertThat(hasher.matches("x", cheap)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "$argon2id$",
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$",
                "$2b$10$abc"
            })
    void nothingMatchesWhatIsNoHash(String hash) {
        assertThat(hasher.matches("x", hash)).isFalse();
    }
}
