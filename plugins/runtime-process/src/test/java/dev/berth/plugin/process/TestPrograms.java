package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.spi.Artifact;
import dev.berth.spi.Health;
import dev.berth.spi.Limits;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.testkit.TestContext;
import dev.berth.testkit.TestProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Deploys {@link Program} as each of the programs of the TCK. */
final class TestPrograms {

    static final List<String> JAVA =
            List.of(
                    "java",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-Xmx32m");

    private TestPrograms() {}

    static ReleaseSpec spec(TestProgram program, ReleaseId id, TestContext context) {
        return switch (program) {
            case ANSWERS -> java(id, context, "answer");
            case ANSWERS_ONCE -> java(id, context, "once");
            case WRITES -> java(id, context, "write");
            case LISTENS_LATE -> java(id, context, "late");
            case LISTENS_ELSEWHERE -> java(id, context, "elsewhere");
            case EXITS -> shell(id, context, "echo started; echo no configuration >&2; exit 3");
            case NEVER_LISTENS -> shell(id, context, "echo started; exec sleep 1000");
        };
    }

    static ReleaseSpec java(ReleaseId id, TestContext context, String how) {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(List.of("dev.berth.plugin.process.Program", how));
        return release(id, context, command);
    }

    /** Returns what deploys a script; {@code serve} in it answers on PORT, in the shell's place. */
    static ReleaseSpec script(ReleaseId id, TestContext context, String script) {
        String java = String.join(" ", JAVA) + " dev.berth.plugin.process.Program";
        return shell(id, context, "serve() { exec " + java + " ${1:-answer}; }\n" + script);
    }

    /** Returns the same for another tenant, with other limits. */
    static ReleaseSpec of(ReleaseSpec spec, String tenant, Limits limits) {
        return new ReleaseSpec(
                spec.id(),
                tenant,
                spec.artifact(),
                spec.command(),
                spec.env(),
                spec.secrets(),
                spec.port(),
                spec.health(),
                spec.replicas(),
                limits);
    }

    static ReleaseSpec shell(ReleaseId id, TestContext context, String script) {
        return release(id, context, List.of("sh", "-c", script));
    }

    static ReleaseSpec release(ReleaseId id, TestContext context, List<String> command) {
        return new ReleaseSpec(
                id,
                "tenant",
                new Artifact.Source(context.upload(archive()), "."),
                command,
                Map.of("GREETING", "hello"),
                Map.of(),
                OptionalInt.empty(),
                new Health.Http("/"),
                1,
                new Limits(1_000, 512L << 20, 1L << 30));
    }

    private static byte[] archive() {
        String name = Program.class.getName().replace('.', '/') + ".class";
        try {
            Path classes =
                    Path.of(
                            Program.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return new TestArchive()
                    .file(name, Files.readAllBytes(classes.resolve(name)))
                    .file("run.sh", "exit 1\n".getBytes(UTF_8))
                    .bytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
