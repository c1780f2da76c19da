package dev.berth.store;

import dev.berth.model.Refusal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import java.sql.Connection;
import java.util.function.Supplier;

/**
 * Runs work in transactions of JPA. Work that lost a race with other transactions is run again, a
 * few times, and must then begin afresh.
 */
final class JpaTransactions {

    private static final int TRIES = 4;

    private final ScopedValue<EntityManager> current = ScopedValue.newInstance();
    private final EntityManagers managers;

    JpaTransactions(EntityManagers managers) {
        this.managers = managers;
    }

    /** Returns what {@code work} returns, committed. */
    <T> T call(Supplier<T> work) {
        if (current.isBound()) {
            throw new IllegalStateException(
                    "cannot begin a transaction inside of another: this thread has one already");
        }
        for (int left = TRIES - 1; ; left--) {
            try {
                return managers.transaction(() -> once(work));
            } catch (RuntimeException e) {
                if (SqlStates.away(e)) {
                    throw unavailable(e);
                }
                if (left == 0 || !SqlStates.raced(e)) {
                    throw e;
                }
            }
        }
    }

    /** Runs {@code work} and commits. */
    void run(Runnable work) {
        this.<Boolean>call(
                () -> {
                    work.run();
                    return true;
                });
    }

    /** Returns the entity manager of the transaction that this thread is in. */
    EntityManager entities() {
        if (!current.isBound()) {
            throw new IllegalStateException("this needs a transaction, and none is open");
        }
        return current.get();
    }

    /** Returns what runs SQL in the transaction that this thread is in. */
    Sql sql() {
        EntityManager entities = entities();
        entities.flush();
        return new Sql(entities.unwrap(Connection.class));
    }

    private <T> T once(Supplier<T> work) {
        try (EntityManager entities = managers.open()) {
            EntityTransaction transaction = entities.getTransaction();
            try {
                transaction.begin();
                // else reads before the first write would use a connection of their own
                entities.unwrap(Connection.class);
                T result = ScopedValue.where(current, entities).call(work::get);
                transaction.commit();
                return result;
            } catch (RuntimeException | Error e) {
                rollBack(transaction, e);
                throw e;
            }
        }
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

    private static Refusal unavailable(RuntimeException cause) {
        Refusal refusal =
                Refusal.of(Refusal.Kind.UNAVAILABLE, "the database is away; try again in a moment");
        refusal.initCause(cause);
        return refusal;
    }
}
