package dev.berth.standalone.process;

import dev.berth.standalone.home.Home;
import java.nio.file.Path;
import java.time.Duration;

/** The children that are programs, in the order in which they are stopped. */
public enum Program {
    LIBERTY("Liberty", "liberty", "TERM", Duration.ofSeconds(25)),
    EDGE("edge", "edge", "TERM", Duration.ofSeconds(10)),
    // INT is the fast shutdown: open transactions are rolled back, nothing is lost
    POSTGRES("PostgreSQL", "postgres", "INT", Duration.ofSeconds(30));

    private final String title;
    private final String directory;
    private final String signal;
    private final Duration grace;

    Program(String title, String directory, String signal, Duration grace) {
        this.title = title;
        this.directory = directory;
        this.signal = signal;
        this.grace = grace;
    }

    String title() {
        return title;
    }

    /** Returns the file that keeps the identity of its process for the next launcher. */
    public Path pidFile(Home home) {
        return home.root().resolve(directory).resolve("pid");
    }

    LogFile log(Home home) {
        return new LogFile(home.log(directory));
    }

    /** Asks {@code process} to end in the way that this program understands. */
    void stop(ChildProcess process) {
        process.stop(signal, grace);
    }
}
