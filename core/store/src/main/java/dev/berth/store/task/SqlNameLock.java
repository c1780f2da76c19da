package dev.berth.store.task;

import dev.berth.store.sql.Sql;
import dev.berth.work.name.NameLock;
import dev.berth.work.name.NameState;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * An advisory lock of a session, on a connection of its own: PostgreSQL lets it go with the
 * connection, and so with the process, however that ends. Safe for use by several threads.
 */
public final class SqlNameLock implements NameLock {

    private static final int PATIENCE_SECONDS = 5;

    /** One whose machine is gone loses its name in half a minute, not after the system's hours. */
    private static final String NOTICE_DEATH =
            """
            SELECT set_config('tcp_keepalives_idle', '15', false),
                set_config('tcp_keepalives_interval', '5', false),
                set_config('tcp_keepalives_count', '3', false)
            """;

    private static final String TAKE = "SELECT pg_try_advisory_lock(hashtextextended(?, 7261))";

    private static final String LET_GO = "SELECT pg_advisory_unlock(hashtextextended(?, 7261))";

    /** Finds the session that has a lock of 64 bits, which PostgreSQL shows in two halves. */
    private static final String HOLDER =
            """
            SELECT format('connected from %s since %s',
                coalesce(host(a.client_addr), 'the machine of the database'),
                to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
            FROM pg_locks l
                JOIN pg_stat_activity a ON a.pid = l.pid
                JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                AND (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended(?, 7261)
            """;

    private final ReentrantLock lock = new ReentrantLock();
    private final DataSource dataSource;
    private final String name;
    private Optional<Connection> session = Optional.empty();
    private boolean closed;

    public SqlNameLock(DataSource dataSource, String name) {
        this.dataSource = dataSource;
        this.name = name;
    }

    @Override
    public NameState take() {
        lock.lock();
        try {
            return session.map(this::look).orElseGet(this::ask);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            session.ifPresent(this::letGo);
        } finally {
            lock.unlock();
        }
    }

    private void letGo(Connection connection) {
        try {
            new Sql(connection).first(LET_GO, _ -> true, name);
            session = Optional.empty();
            connection.close();
        } catch (SQLException | PersistenceException failure) {
            end(connection);
        }
    }

    private NameState look(Connection connection) {
        if (answers(connection)) {
            return new NameState.Held();
        }
        end(connection);
        return new NameState.Unknown("the connection that held it is broken");
    }

    private NameState ask() {
        if (closed) {
            return new NameState.Unknown("it was let go of");
        }
        try {
            return ask(dataSource.getConnection());
        } catch (SQLException away) {
            return new NameState.Unknown("the database is away: " + away.getMessage());
        }
    }

    private NameState ask(Connection connection) {
        try {
            Sql sql = new Sql(connection);
            if (sql.first(TAKE, row -> row.getBoolean(1), name).orElseThrow()) {
                sql.first(NOTICE_DEATH, _ -> true);
                session = Optional.of(connection);
                return new NameState.Held();
            }
            String holder = sql.first(HOLDER, row -> row.getString(1), name).orElse("just ending");
            connection.close();
            return new NameState.Taken(holder);
        } catch (SQLException | PersistenceException failure) {
            end(connection);
            return new NameState.Unknown("the database does not answer: " + failure.getMessage());
        }
    }

    private static boolean answers(Connection connection) {
        try {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException broken) {
            return false;
        }
    }

    /** Breaks the connection: closed, it would go back to its pool, and have the lock there. */
    private void end(Connection connection) {
        session = Optional.empty();
        try {
            connection.abort(Runnable::run);
        } catch (SQLException gone) {
            // broken as it is, it has no lock either
        }
    }
}
