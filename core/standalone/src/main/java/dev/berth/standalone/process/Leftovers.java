package dev.berth.standalone.process;

import dev.berth.standalone.console.Progress;
import dev.berth.standalone.home.Home;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What still lives of a launcher that was killed. */
public record Leftovers(Home home) {

    public List<Program> found() {
        return Arrays.stream(Program.values()).filter(it -> process(it).isPresent()).toList();
    }

    Optional<ChildProcess> process(Program program) {
        return ChildProcess.left(program.pidFile(home));
    }

    /** Stops {@code programs} in order. Idempotent. */
    public void stop(Collection<Program> programs, Progress progress) {
        for (Program program : programs) {
            Optional<ChildProcess> process = process(program);
            if (process.isPresent()) {
                progress.say(
                        "  stopping %s, which an earlier launcher left behind (process %d)"
                                .formatted(program.title(), process.get().handle().pid()));
                program.stop(process.get());
            }
        }
    }
}
