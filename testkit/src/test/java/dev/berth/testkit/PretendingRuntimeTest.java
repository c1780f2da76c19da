package dev.berth.testkit;

import dev.berth.spi.Artifact;
import dev.berth.spi.Health;
import dev.berth.spi.Limits;
import dev.berth.spi.PluginContext;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.WorkerRuntime;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

class PretendingRuntimeTest extends RuntimeTck {

    private final PretendedMachine machine = new PretendedMachine();

    @Override
    protected WorkerRuntime create(PluginContext context) {
        return new PretendingRuntime(machine);
    }

    @Override
    protected boolean pretends() {
        return true;
    }

    @Override
    protected boolean enforcesLimits() {
        return false;
    }

    @Override
    protected boolean tellsOfChanges() {
        return false;
    }

    @Override
    protected ReleaseSpec spec(TestProgram program, ReleaseId id, TestContext context) {
        return new ReleaseSpec(
                id,
                "tenant",
                new Artifact.Image("pretended"),
                command(program),
                Map.of(),
                Map.of(),
                OptionalInt.empty(),
                new Health.Tcp(),
                1,
                new Limits(1, 1, 1));
    }

    private static List<String> command(TestProgram program) {
        return switch (program) {
            case ANSWERS, ANSWERS_ONCE -> List.of();
            case WRITES -> List.of("write", "5");
            case LISTENS_LATE -> List.of("listen-late");
            case LISTENS_ELSEWHERE -> List.of("listen-on", "4000");
            case EXITS -> List.of("exit", "3");
            case NEVER_LISTENS -> List.of("never-listen");
        };
    }
}
