package dev.berth.store.sql;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Runs work in transactions of JPA. Work that lost a race with other transactions is run again, a
 * few times, and must then begin afresh; so is, once, work whose connection turns out to be dead
 * before it is committed, since the pool does not ask a connection whether it is alive.
 */
public final class JpaTransactions implements AutoCloseable {

    private final ScopedValue<EntityManager> current = ScopedValue.newInstance();
    private final ScopedValue<List<Runnable>> afterwards = ScopedValue.newInstance();
    private final EntityManagers managers;

    public JpaTransactions(DataSource dataSource) {
        this.managers = new EntityManagers(dataSource);
    }

    /** Returns what {@code work} returns, committed. */
    public <T> T call(Supplier<T> work) {
        if (afterwards.isBound()) {
            return work.get();
        }
        mustBeOutside();
        return Retries.again(() -> managers.transaction(() -> once(work)));
    }

    /**
     * Returns what {@code work} returns, committed; all that is called within is a part of this one
     * transaction. Then does what was to be done {@link #afterwards}.
     */
    public <T> T whole(Supplier<T> work) {
        mustBeOutside();
        List<Runnable> actions = new ArrayList<>();
        T result =
                Retries.again(
                        () -> {
                            actions.clear();
                            return managers.transaction(
                                    () ->
                                            ScopedValue.where(afterwards, actions)
                                                    .call(() -> once(work)));
                        });
        actions.forEach(Runnable::run);
        return result;
    }

    /** Runs {@code action} once the {@link #whole} is committed; at once where there is none. */
    public void afterwards(Runnable action) {
        if (afterwards.isBound()) {
            afterwards.get().add(action);
        } else {
            action.run();
        }
    }

    /**
     * Returns what {@code work} returns, in which each statement is a transaction of its own and a
     * single round trip. Idempotent work only: it is run again where its connection died, and
     * nobody knows what was done by then.
     */
    public <T> T statement(Function<Sql, T> work) {
        if (afterwards.isBound()) {
            return work.apply(sql());
        }
        mustBeOutside();
        return Retries.again(() -> alone(work));
    }

    /** Runs {@code work} and commits. */
    public void run(Runnable work) {
        this.<Boolean>call(
                () -> {
                    work.run();
                    return true;
                });
    }

    /** Returns the entity manager of the transaction that this thread is in. */
    public EntityManager entities() {
        if (!current.isBound()) {
            throw new IllegalStateException("this needs a transaction, and none is open");
        }
        return current.get();
    }

    /** Returns what runs SQL in the transaction that this thread is in. */
    public Sql sql() {
        EntityManager entities = entities();
        entities.flush();
        return new Sql(entities.unwrap(Connection.class));
    }

    @Override
    public void close() {
        managers.close();
    }

    private void mustBeOutside() {
        if (current.isBound()) {
            throw new IllegalStateException(
                    "cannot begin a transaction inside of another: this thread has one already");
        }
    }

    private <T> T alone(Function<Sql, T> work) {
        try (Connection connection = Retries.onlyOnce(managers::connection)) {
            return work.apply(new Sql(connection));
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    private <T> T once(Supplier<T> work) {
        try (EntityManager entities = Retries.onlyOnce(managers::open)) {
            EntityTransaction transaction = entities.getTransaction();
            try {
                Retries.onlyOnce(() -> begin(entities, transaction));
                T result = ScopedValue.where(current, entities).call(work::get);
                Retries.onlyOnce(() -> commit(transaction));
                return result;
            } catch (RuntimeException | Error e) {
                rollBack(transaction, e);
                throw e;
            }
        }
    }

    private static Connection begin(EntityManager entities, EntityTransaction transaction) {
        transaction.begin();
        // else reads before the first write would use a connection of their own
        return entities.unwrap(Connection.class);
    }

    private static boolean commit(EntityTransaction transaction) {
        transaction.commit();
        return true;
    }

    private static void rollBack(EntityTransaction transaction, Throwable reason) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }
}
