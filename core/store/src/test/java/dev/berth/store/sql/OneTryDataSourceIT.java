package dev.berth.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.Refusal;
import dev.berth.store.InnerStore;
import dev.berth.store.World;
import java.lang.reflect.Proxy;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A pool that has no connection left, and waits a while before it says so. */
class OneTryDataSourceIT {

    private static final World WORLD = new World();

    private final AtomicBoolean exhausted = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void isAskedOnceByATransactionAndAgainByTheNext() {
        try (InnerStore inner = InnerStore.open(pool(), World.KEY)) {
            inner.queue().free("inner");
            exhausted.set(true);
            asked.set(0);

            Refusal refusal =
                    catchThrowableOfType(Refusal.class, () -> inner.queue().free("inner"));
            int before = asked.get();
            exhausted.set(false);
            inner.queue().free("inner");

            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
            assertThat(before).isEqualTo(1);
        }
    }

    private DataSource pool() {
        DataSource database = WORLD.database.inner();
        return (DataSource)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (_, method, arguments) -> {
                            asked.incrementAndGet();
                            if (exhausted.get()) {
                                throw new SQLTransientConnectionException("none in 2 s");
                            }
                            return method.invoke(database, arguments);
                        });
    }
}
