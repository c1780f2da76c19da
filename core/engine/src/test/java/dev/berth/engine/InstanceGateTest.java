package dev.berth.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.spi.LogLine;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.PluginException.Kind;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.WorkerRuntime;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstanceGateTest {

    private static final ReleaseId RELEASE = new ReleaseId("0000abcd", 1);

    private final ClassLoader loader = new URLClassLoader(new URL[0]);
    private final PluginException answer = new PluginException(Kind.CONFLICT, "held");
    private final List<ClassLoader> seen = new ArrayList<>();
    private final WorkerRuntime gate =
            InstanceGate.before("runtime/main", WorkerRuntime.class, new Seen(), loader);

    @Test
    void everyCallHasThePluginsContextClassLoaderAndLogsToo() {
        try (LogStream logs = gate.logs(RELEASE, new LogQuery(false, 1))) {
            assertThat(logs.next()).isEmpty();
        }
        gate.close();

        assertThat(seen).hasSize(4).containsOnly(loader);
        assertThat(Thread.currentThread().getContextClassLoader()).isNotSameAs(loader);
    }

    @Test
    void exceptionsComeThroughAsTheyAre() {
        assertThatThrownBy(() -> gate.delete(RELEASE, null)).isSameAs(answer);
        assertThatThrownBy(() -> gate.reconcile(null, null)).isInstanceOf(LinkageError.class);
    }

    @Test
    void itIsEqualToItselfAlone() {
        WorkerRuntime other =
                InstanceGate.before("runtime/main", WorkerRuntime.class, new Seen(), loader);

        assertThat(Set.of(gate)).contains(gate).doesNotContain(other);
        assertThat(gate).hasToString("runtime/main");
    }

    private final class Seen implements WorkerRuntime, LogStream {

        @Override
        public ReleaseState reconcile(ReleaseSpec desired, OperationContext context) {
            throw new NoClassDefFoundError("gone");
        }

        @Override
        public ReleaseState delete(ReleaseId id, OperationContext context) {
            throw answer;
        }

        @Override
        public LogStream logs(ReleaseId id, LogQuery query) {
            note();
            return this;
        }

        @Override
        public Optional<LogLine> next() {
            note();
            return Optional.empty();
        }

        @Override
        public void close() {
            note();
        }

        private void note() {
            seen.add(Thread.currentThread().getContextClassLoader());
        }
    }
}
