package dev.berth.plugin.process;

import dev.berth.spi.Limits;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseState;
import dev.berth.testkit.TestContext;
import dev.berth.testkit.TestRelease;
import java.nio.file.Path;

/** Two tenants on a Berth that is not root's. */
@SuppressWarnings("SystemOut") // what it says is what is tested
final class OrdinaryScene {

    private static final Limits LIMITS = new Limits(1_000, 512L << 20, 1L << 30);

    private OrdinaryScene() {}

    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        TestContext context = TestContext.in(Trees.create(home.resolve("state")));
        try (ProcessRuntime runtime =
                new ProcessRuntime(TestConfig.in(home.resolve("run")), context)) {
            TestRelease first = release(runtime, context, ProcessFixture.ID, "one");
            TestRelease second = release(runtime, context, new ReleaseId("0a1b2c3d", 2), "two");
            ReleaseState.Ready ready = (ReleaseState.Ready) first.settle(1);
            ready.conditions()
                    .forEach(
                            one ->
                                    System.out.println(
                                            one.type() + "=" + one.status() + " " + one.reason()));
            System.out.println("second: " + ProcessFixture.reason(second.settle(1)));
            System.out.println("first: " + first.ready(1).size() + " ready");
            Instance instance =
                    ReleaseDirectory.of(home.resolve("run"), ProcessFixture.ID).instance(1);
            ProcessFixture.kill(ProcessFixture.program(instance));
            System.out.println("restarted: " + first.ready(1).size() + " ready");
            second.delete();
            System.out.println("deleted: " + first.delete().getClass().getSimpleName());
        }
    }

    private static TestRelease release(
            ProcessRuntime runtime, TestContext context, ReleaseId id, String tenant) {
        return new TestRelease(
                runtime,
                TestPrograms.of(TestPrograms.script(id, context, "serve"), tenant, LIMITS));
    }
}
