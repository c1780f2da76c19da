package dev.berth.store.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.intent.login.BegunLogin;
import dev.berth.intent.login.Identity;
import dev.berth.intent.login.IdentityStore;
import dev.berth.intent.login.LoginStore;
import dev.berth.intent.login.ProvenLogin;
import dev.berth.model.UserId;
import dev.berth.store.World;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SqlLoginsIT {

    private static final World WORLD = new World();
    private static final Instant LATER = World.NOW.plusSeconds(600);
    private static final String ISSUER = "https://login.example.org";

    private final LoginStore logins = WORLD.outer.logins();
    private final IdentityStore identities = WORLD.outer.identities();
    private final UserId ada = WORLD.tenant().user();
    private final String key = UUID.randomUUID().toString().replace("-", "").repeat(2);
    private final String subject = UUID.randomUUID().toString();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void loginIsClaimedOnceThoughManyComeAtOnce() {
        BegunLogin login = new BegunLogin("company", Optional.of("/console"), Optional.of(ada));
        WORLD.transactions.run(() -> logins.begin(key, login, LATER));
        AtomicInteger claimed = new AtomicInteger();

        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            for (int n = 0; n < 40; n++) {
                crowd.execute(
                        () ->
                                claim(World.NOW)
                                        .filter(login::equals)
                                        .ifPresent(_ -> claimed.incrementAndGet()));
            }
        }

        assertThat(claimed).hasValue(1);
    }

    @Test
    void loginWithoutAPathAndALinkIsReadBack() {
        BegunLogin login = new BegunLogin("company", Optional.empty(), Optional.empty());

        WORLD.transactions.run(() -> logins.begin(key, login, LATER));

        assertThat(claim(World.NOW)).contains(login);
    }

    @Test
    void sessionIsTakenOnce() {
        ProvenLogin login = new ProvenLogin("company", ada);
        WORLD.transactions.run(() -> logins.prove(key, login, LATER));

        assertThat(take(World.NOW)).contains(login);
        assertThat(take(World.NOW)).isEmpty();
    }

    @Test
    void whatIsOverIsNotFoundAndSwept() {
        WORLD.transactions.run(
                () -> {
                    logins.begin(
                            key,
                            new BegunLogin("company", Optional.empty(), Optional.empty()),
                            World.NOW);
                    logins.prove(key, new ProvenLogin("company", ada), World.NOW);
                    logins.sweep(World.NOW.plusSeconds(1));
                });

        assertThat(number("begun_logins")).isZero();
        assertThat(number("proven_logins")).isZero();
        WORLD.transactions.run(() -> logins.prove(key, new ProvenLogin("company", ada), World.NOW));
        assertThat(take(World.NOW)).isEmpty();
    }

    @Test
    void identityIsFoundByIssuerAndSubjectAndRemovedByItsUserAlone() {
        Identity identity = identity(ada);
        WORLD.transactions.run(() -> identities.add(identity));
        UserId bob = WORLD.tenant().user();

        WORLD.transactions.run(
                () -> {
                    assertThat(identities.user(ISSUER, subject)).contains(ada);
                    assertThat(identities.user("https://evil.example.org", subject)).isEmpty();
                    assertThat(identities.of(ada)).containsExactly(identity);
                    assertThat(identities.remove(bob, identity.id())).isFalse();
                    assertThat(identities.remove(ada, identity.id())).isTrue();
                    assertThat(identities.of(ada)).isEmpty();
                });
    }

    @Test
    void oneIdentityIsOneUsers() {
        WORLD.transactions.run(() -> identities.add(identity(ada)));
        UserId bob = WORLD.tenant().user();

        assertThatThrownBy(() -> WORLD.transactions.run(() -> identities.add(identity(bob))))
                .isInstanceOf(RuntimeException.class);
    }

    private Identity identity(UserId user) {
        return new Identity(UUID.randomUUID(), user, "company", ISSUER, subject, World.NOW);
    }

    private Optional<BegunLogin> claim(Instant now) {
        return WORLD.transactions.call(() -> logins.claim(key, now));
    }

    private Optional<ProvenLogin> take(Instant now) {
        return WORLD.transactions.call(() -> logins.take(key, now));
    }

    private long number(String table) {
        return WORLD.number("SELECT count(*) FROM %s WHERE key = '%s'".formatted(table, key));
    }
}
