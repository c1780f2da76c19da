package dev.berth.store.sql;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Opens entity managers on one data source. Connects with the first use, and again with the next
 * one where that failed, so that a gateway starts while the database is away.
 */
final class EntityManagers implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final OneTryDataSource dataSource;
    private volatile Optional<EntityManagerFactory> factory = Optional.empty();

    EntityManagers(DataSource dataSource) {
        this.dataSource = new OneTryDataSource(dataSource);
    }

    /** Runs {@code work}, a transaction, which fails at once where it got no connection. */
    <T> T transaction(Supplier<T> work) {
        return dataSource.call(work);
    }

    EntityManager open() {
        return factory.orElseGet(this::connect).createEntityManager();
    }

    /** Returns a connection for statements that are transactions of their own. */
    Connection connection() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            factory.ifPresent(EntityManagerFactory::close);
            factory = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private EntityManagerFactory connect() {
        lock.lock();
        try {
            if (factory.isEmpty()) {
                factory = Optional.of(tried(create()));
            }
            return factory.get();
        } finally {
            lock.unlock();
        }
    }

    private EntityManagerFactory create() {
        return Persistence.createEntityManagerFactory(
                "berth",
                Map.of(
                        "jakarta.persistence.nonJtaDataSource",
                        dataSource,
                        // sessions of one name are shared, also with another data source
                        "eclipselink.session-name",
                        "berth-" + UUID.randomUUID()));
    }

    // a factory that could not connect never will
    private static EntityManagerFactory tried(EntityManagerFactory created) {
        try {
            created.createEntityManager().close();
            return created;
        } catch (RuntimeException e) {
            created.close();
            throw e;
        }
    }
}
