package dev.berth.plugin.process;

import dev.berth.testkit.TestContext;
import dev.berth.testkit.TestProgram;
import dev.berth.testkit.TestRelease;
import java.nio.file.Path;

/** A JVM that deploys a release and is gone at once, as if it were killed. */
final class KilledInner {

    private KilledInner() {}

    public static void main(String[] arguments) {
        TestContext context = TestContext.in(Path.of(arguments[0]));
        ProcessRuntime runtime = new ProcessRuntime(TestConfig.in(Path.of(arguments[1])), context);
        new TestRelease(runtime, TestPrograms.spec(TestProgram.ANSWERS, ProcessFixture.ID, context))
                .ready(2);
        Runtime.getRuntime().halt(137);
    }
}
