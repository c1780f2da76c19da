package dev.berth.store.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.cron.CronJob;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lets people in goes a while after it is over, and never before. */
class PurgeCredentialsIT {

    private static final World WORLD = new World();

    private final Tenant tenant = WORLD.tenant();

    @BeforeEach
    void empty() {
        for (String table : new String[] {"tokens", "sessions", "codes", "attempts"}) {
            WORLD.sql("DELETE FROM " + table);
        }
        WORLD.sql("DELETE FROM invitations");
        WORLD.sql("DELETE FROM cron_jobs");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void tokensGoWhenTheyWereRevokedOrExpiredLongAgo() {
        token(1, "NULL", "NULL");
        token(2, "now() - interval '29 days'", "NULL");
        token(3, "NULL", "now() + interval '1 day'");
        token(4, "now() - interval '31 days'", "NULL");
        token(5, "NULL", "now() - interval '31 days'");
        token(6, "now() - interval '31 days'", "now() + interval '1 day'");

        OptionalInt gone = purge(Duration.ofDays(30));

        assertThat(gone).hasValue(3);
        assertThat(WORLD.number("SELECT count(*) FROM tokens WHERE name <= '3'")).isEqualTo(3);
    }

    @Test
    void sessionsGoWhenTheyEndedLongAgo() {
        session("NULL", "now() + interval '1 hour'");
        session("now() - interval '1 day'", "now() + interval '1 hour'");
        session("now() - interval '31 days'", "now() + interval '1 hour'");
        session("NULL", "now() - interval '31 days'");

        assertThat(purge(Duration.ofDays(30))).hasValue(2);
        assertThat(WORLD.number("SELECT count(*) FROM sessions")).isEqualTo(2);
    }

    @Test
    void codesAttemptsAndInvitationsGoAfterTheyAreOver() {
        over("now() - interval '2 days'", 'a');
        over("now() + interval '1 hour'", 'b');
        WORLD.sql(
                "INSERT INTO invitations (id, tenant_id, email, role, invited_by, created_at,"
                        + " expires_at) SELECT gen_random_uuid(), '%s', 'c@d', 'viewer', '%s',"
                                .formatted(tenant.id(), tenant.user())
                        + " now() - interval '50 days', now() - interval '43 days'");

        assertThat(purge(Duration.ofDays(30))).hasValue(3);
        assertThat(WORLD.number("SELECT count(*) FROM codes")).isEqualTo(1);
        assertThat(WORLD.number("SELECT count(*) FROM attempts")).isEqualTo(1);
    }

    @Test
    void nothingOfTheLastDayGoesWhateverIsAskedFor() {
        token(1, "now() - interval '23 hours'", "NULL");
        session("now() - interval '23 hours'", "now()");

        assertThat(purge(Duration.ZERO)).hasValue(0);
    }

    private static OptionalInt purge(Duration keep) {
        CronJob job = new CronJob.PurgeCredentials(keep);
        WORLD.inner.cron().fire(job, Duration.ofHours(1));
        WORLD.sql("UPDATE cron_jobs SET due_at = now()");
        return WORLD.inner.cron().fire(job, Duration.ofHours(1));
    }

    private void token(int number, String revoked, String expires) {
        WORLD.sql(
                ("INSERT INTO tokens (id, user_id, name, sha256, created_at, scopes, expires_at,"
                                + " revoked_at) VALUES (gen_random_uuid(), '%s', '%d',"
                                + " sha256('%d'), now() - interval '90 days', 'read', %s, %s)")
                        .formatted(tenant.user(), number, number, expires, revoked));
    }

    private void over(String at, char name) {
        WORLD.sql(
                ("INSERT INTO codes (email, origin, hash, expires_at)"
                                + " VALUES ('a@b', '%2$s', repeat('0', 64), %1$s)")
                        .formatted(at, name));
        WORLD.sql(
                ("INSERT INTO attempts (key, count, free_at, forget_at)"
                                + " VALUES (repeat('%2$s', 64), 1, now(), %1$s)")
                        .formatted(at, name));
    }

    private void session(String ended, String expires) {
        WORLD.sql(
                ("INSERT INTO sessions (id, user_id, expires_at, ended_at)"
                                + " VALUES (gen_random_uuid(), '%s', %s, %s)")
                        .formatted(tenant.user(), expires, ended));
    }
}
