package dev.berth.store;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.berth.store.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Inners over one database, each a process of its own, that write down what they do. They end with
 * the test.
 */
final class InnerProcesses implements AfterEachCallback {

    private static final String EFFECTS =
            """
            CREATE TABLE effects (worker text NOT NULL, inner_name text NOT NULL,
                begun timestamptz NOT NULL DEFAULT clock_timestamp(), ended timestamptz)
            """;
    private static final String OVERLAPPING =
            """
            SELECT count(*) FROM effects a JOIN effects b
                ON a.worker = b.worker AND a.ctid < b.ctid
                AND a.begun < coalesce(b.ended, a.begun) AND b.begun < coalesce(a.ended, b.begun)
            """;

    private final World world;
    private final List<Process> processes = new ArrayList<>();

    InnerProcesses(World world) {
        this.world = world;
        world.empty();
        world.sql("DROP TABLE IF EXISTS effects");
        world.sql(EFFECTS);
        world.sql("GRANT SELECT, INSERT, UPDATE ON effects TO berth_inner");
    }

    Process start(String name) {
        ProcessBuilder inner =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                InnerProcess.class.getName(),
                                name,
                                world.database.url(),
                                "berth_inner",
                                TestDatabase.PASSWORDS.inner())
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.INHERIT);
        try {
            Process process = inner.start();
            processes.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /** Returns how many have been started. */
    int count() {
        return processes.size();
    }

    /** Returns how often two were at work on one worker at the same time. */
    long overlapping() {
        return world.number(OVERLAPPING);
    }

    @Override
    public void afterEach(ExtensionContext test) throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly();
            process.waitFor(10, SECONDS);
        }
    }
}
