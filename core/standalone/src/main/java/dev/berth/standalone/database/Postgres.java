package dev.berth.standalone.database;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.home.Home;
import dev.berth.standalone.home.Secrets;
import dev.berth.standalone.process.ChildCommand;
import dev.berth.standalone.process.ChildProgram;
import dev.berth.standalone.process.LogFile;
import dev.berth.standalone.process.Machine;
import dev.berth.standalone.process.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL as a child: durable, for those with a password only, on the loopback address. */
public record Postgres(Home home, PostgresBinaries binaries, int port) {

    static final String SUPERUSER = "postgres";

    private static final Map<String, String> SETTINGS =
            Map.ofEntries(
                    Map.entry("listen_addresses", "127.0.0.1"),
                    Map.entry("unix_socket_directories", ""),
                    Map.entry("password_encryption", "scram-sha-256"),
                    Map.entry("fsync", "on"),
                    Map.entry("synchronous_commit", "on"),
                    Map.entry("max_connections", "100"),
                    Map.entry("shared_buffers", "64MB"),
                    Map.entry("max_wal_size", "512MB"),
                    Map.entry("jit", "off"),
                    Map.entry("log_line_prefix", "%m [%p] %u@%d "));

    /** Makes an empty database where there is none. Idempotent, also after an interruption. */
    public void prepare() {
        binaries.prepare();
        if (Files.exists(home.database())) {
            return;
        }
        Path draft = home.postgres().resolve(".data");
        deleteTree(draft);
        initialize(draft);
        try {
            Files.move(draft, home.database(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot move the new database into place", failure);
        }
    }

    public ChildProgram child(OwnDatabase database) {
        return new ChildProgram(
                Program.POSTGRES,
                home,
                new ChildCommand(command(), Map.of("LC_ALL", "C")),
                database::answers);
    }

    private List<String> command() {
        List<String> command = asOrdinaryUser("postgres");
        command.addAll(List.of("-D", home.database().toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        return command;
    }

    // PostgreSQL refuses to run as root; in a user namespace of its own it sees an ordinary user
    private List<String> asOrdinaryUser(String program) {
        List<String> command = new ArrayList<>();
        if (Machine.isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.program(program).toString());
        return command;
    }

    private void initialize(Path data) {
        Path log = home.log("initdb");
        List<String> command = asOrdinaryUser("initdb");
        command.addAll(
                List.of(
                        "--pgdata=" + data,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + home.secrets().resolve(Secrets.SUPERUSER),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--locale-provider=builtin",
                        "--data-checksums",
                        "--no-instructions"));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("LC_ALL", "C");
        try {
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new LauncherException(
                        ExitCode.FAILURE,
                        "cannot make a database in %s: initdb ended with %d, see %s:%n%s"
                                .formatted(
                                        data,
                                        code,
                                        log,
                                        String.join("\n", new LogFile(log).tail(5))));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot run " + command.getFirst(), failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted while initdb ran", stop);
        }
    }

    private static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + root, failure);
        }
    }
}
