package dev.berth.plugin.process;

import dev.berth.spi.ReleaseSpec;
import dev.berth.testkit.TestContext;
import dev.berth.testkit.TestProgram;
import dev.berth.testkit.TestRelease;
import java.nio.file.Path;

/** A JVM that deploys a release and is gone at once, as if it were killed. */
final class KilledInner {

    /** Writes for as long as somebody takes it, more than a pipe holds in a second or two. */
    private static final String WRITING =
            "line=$(printf %01000d 0); while echo \"$line\"; do sleep 0.01; done & serve";

    private KilledInner() {}

    /** Returns what it deploys. */
    static ReleaseSpec spec(boolean writing, TestContext context) {
        return writing
                ? TestPrograms.script(ProcessFixture.ID, context, WRITING)
                : TestPrograms.spec(TestProgram.ANSWERS, ProcessFixture.ID, context);
    }

    public static void main(String[] arguments) {
        TestContext context = TestContext.in(Path.of(arguments[0]));
        ProcessRuntime runtime = new ProcessRuntime(TestConfig.in(Path.of(arguments[1])), context);
        new TestRelease(runtime, spec(Boolean.parseBoolean(arguments[2]), context)).ready(2);
        Runtime.getRuntime().halt(137);
    }
}
