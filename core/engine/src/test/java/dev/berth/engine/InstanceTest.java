package dev.berth.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.engine.InstanceState.Active;
import dev.berth.engine.InstanceState.Closed;
import dev.berth.engine.InstanceState.Failed;
import dev.berth.engine.InstanceState.Waiting;
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.PluginException;
import dev.berth.spi.PluginException.Kind;
import dev.berth.spi.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InstanceTest {

    private Instant now = Instant.EPOCH;
    private Optional<RuntimeException> trouble = Optional.empty();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void oneThatIsMadeIsMadeOnce() {
        Instance instance = instance();

        assertThat(instance.object()).isEqualTo(instance.object()).isPresent();
        assertThat(instance.state()).isEqualTo(new Active());
        assertThat(attempts).hasValue(1);
    }

    @Test
    void oneThatIsNotAvailableIsMadeWhenAskedForAfterAPause() {
        trouble = Optional.of(new PluginException(Kind.UNAVAILABLE, "nobody listens"));
        Instance instance = instance();
        assertThat(instance.object()).isEmpty();
        assertThat(attempts).hasValue(1);
        assertThat(instance.state())
                .isEqualTo(
                        new Waiting(
                                "cannot make 'strategy/one' yet: nobody listens",
                                Instant.EPOCH.plusSeconds(10)));

        now = now.plus(Duration.ofSeconds(10));
        assertThat(instance.object()).isEmpty();
        assertThat(instance.object()).isEmpty();
        assertThat(attempts).hasValue(2);

        now = now.plus(Duration.ofSeconds(10));
        trouble = Optional.empty();
        assertThat(instance.object()).isPresent();
        assertThat(attempts).hasValue(3);
    }

    @Test
    void oneThatIsRefusedStaysFailed() {
        trouble = Optional.of(new PluginException(Kind.DENIED, "the token is wrong"));
        Instance instance = instance();

        now = now.plus(Duration.ofHours(1));

        assertThat(instance.object()).isEmpty();
        assertThat(instance.state())
                .isEqualTo(new Failed("cannot make 'strategy/one': the token is wrong"));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void oneWhosePluginHasABugSaysSo() {
        trouble = Optional.of(new IllegalStateException("boom"));

        assertThat(instance().state())
                .isEqualTo(
                        new Failed(
                                "cannot make 'strategy/one' for a bug in its plugin: java.lang.IllegalStateException: boom; report it to the plugin's author"));
    }

    @Test
    void oneThatIsClosedIsGone() {
        Instance instance = instance();

        instance.close();

        assertThat(instance.object()).isEmpty();
        assertThat(instance.state()).isEqualTo(new Closed());
    }

    private Instance instance() {
        return Instance.made("strategy/one", this::make, () -> now);
    }

    private Object make() {
        attempts.incrementAndGet();
        trouble.ifPresent(
                exception -> {
                    throw exception;
                });
        DeployStrategy strategy = _ -> new Step.Finish();
        return InstanceGate.before(
                "strategy/one", DeployStrategy.class, strategy, getClass().getClassLoader());
    }
}
