package dev.berth.store;

import java.time.Duration;

/**
 * The clock of the database as Inner sees it, to be moved away from that of this JVM: a {@code
 * now()} of its own, found before PostgreSQL's.
 */
record DatabaseClock(World world) {

    private static final String NOW =
            """
            CREATE OR REPLACE FUNCTION clock.now() RETURNS timestamptz STABLE LANGUAGE sql AS
            'SELECT pg_catalog.now() + interval ''%d milliseconds'''
            """;

    DatabaseClock {
        world.sql("CREATE SCHEMA IF NOT EXISTS clock");
        world.sql("GRANT USAGE ON SCHEMA clock TO berth_inner");
        world.sql(NOW.formatted(0));
        world.sql("GRANT EXECUTE ON FUNCTION clock.now() TO berth_inner");
        String database = world.database.url().replaceFirst(".*/", "");
        world.sql(
                "ALTER ROLE berth_inner IN DATABASE %s SET search_path = clock, pg_catalog, public"
                        .formatted(database));
    }

    /** Moves it so far from the real time. */
    void move(Duration off) {
        world.sql(NOW.formatted(off.toMillis()));
    }
}
