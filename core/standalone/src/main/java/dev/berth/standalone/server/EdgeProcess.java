package dev.berth.standalone.server;

import dev.berth.standalone.home.Distribution;
import dev.berth.standalone.home.Home;
import dev.berth.standalone.home.PrivateFile;
import dev.berth.standalone.home.Secrets;
import dev.berth.standalone.network.Port;
import dev.berth.standalone.network.Ports;
import dev.berth.standalone.network.Probe;
import dev.berth.standalone.process.ChildCommand;
import dev.berth.standalone.process.ChildProcess;
import dev.berth.standalone.process.ChildProgram;
import dev.berth.standalone.process.JavaCommand;
import dev.berth.standalone.process.Program;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The edge as a child: a JVM of its own, so that traffic goes on without the launcher. */
public record EdgeProcess(Home home, Distribution distribution, Ports ports, InetAddress listen) {

    private static final List<String> JAVA =
            List.of(
                    "-Xms32m",
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-XX:MaxDirectMemorySize=64m",
                    // without it, Netty takes a sixth longer for a request from Java 25 on
                    "--sun-misc-unsafe-memory-access=allow");

    public ChildProgram child() {
        return new ChildProgram(
                Program.EDGE, home, new ChildCommand(command(), Map.of()), probe()::answers);
    }

    private Probe probe() {
        return new Probe(
                URI.create(
                        "http://127.0.0.1:%d/health".formatted(ports.number(Port.EDGE_CONTROL))));
    }

    /** Returns the edge of an earlier launcher, if it is as this one would be, and answers. */
    public Optional<ChildProcess> adoptable() {
        return ChildProcess.left(Program.EDGE.pidFile(home))
                .filter(_ -> Files.exists(commandFile()))
                .filter(_ -> PrivateFile.read(commandFile()).equals(text()))
                .filter(_ -> probe().answers());
    }

    /** Writes down how it was started, for the next launcher. */
    public void remember() {
        PrivateFile.write(commandFile(), text());
    }

    private Path commandFile() {
        return home.edge().resolve("command");
    }

    private String text() {
        return String.join("\n", command());
    }

    private List<String> command() {
        return JavaCommand.of(
                JAVA,
                List.of("-cp", distribution.edgeLibraries() + "/*", "dev.berth.edge.EdgeMain"),
                List.of(
                        "--listen=" + listen.getHostAddress(),
                        "--port=" + ports.number(Port.EDGE),
                        "--control-port=" + ports.number(Port.EDGE_CONTROL),
                        "--token-file=" + home.secrets().resolve(Secrets.EDGE_TOKEN),
                        "--state=" + home.edge(),
                        "--grace=5s"));
    }
}
