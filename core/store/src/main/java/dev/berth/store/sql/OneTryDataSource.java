package dev.berth.store.sql;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections of which a transaction waits for one only once. EclipseLink asks again, three times,
 * where it gets none, and would wait each time for as long as the pool has patience.
 */
final class OneTryDataSource implements DataSource {

    private final ScopedValue<AtomicReference<Optional<SQLException>>> failure =
            ScopedValue.newInstance();
    private final DataSource pool;

    OneTryDataSource(DataSource pool) {
        this.pool = pool;
    }

    /** Runs {@code work}, in which nobody asks the pool again that had no connection. */
    <T> T call(Supplier<T> work) {
        return ScopedValue.where(failure, new AtomicReference<>(Optional.empty())).call(work::get);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!failure.isBound()) {
            return pool.getConnection();
        }
        Optional<SQLException> before = failure.get().get();
        if (before.isPresent()) {
            throw before.get();
        }
        try {
            return pool.getConnection();
        } catch (SQLException none) {
            failure.get().set(Optional.of(none));
            throw none;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return pool.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        pool.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
