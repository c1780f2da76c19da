package dev.berth.plugin.process;

import dev.berth.spi.LogLine;
import java.util.ArrayList;
import java.util.List;

/** Finds the newest lines of an instance's two outputs. */
final class InstanceLog {

    private InstanceLog() {}

    /** Returns the newest lines themselves: those to standard output, then those to error. */
    static List<LogLine> newest(Instance instance, int last) {
        List<LogLine> lines = new ArrayList<>();
        for (LogFile file : from(instance, last)) {
            List<LogLine> more = file.read(true);
            while (!more.isEmpty()) {
                lines.addAll(more);
                more = file.read(true);
            }
        }
        return lines;
    }

    /**
     * Returns the outputs, each at the place where the instance's {@code last} newest lines begin.
     * Nobody noted in which order lines came to two outputs, so that they share evenly.
     */
    static List<LogFile> from(Instance instance, int last) {
        List<OutputFiles> outputs = OutputFiles.of(instance);
        OutputFiles out = outputs.getFirst();
        OutputFiles error = outputs.getLast();
        int outLines = LogPlace.tail(out, last).lines();
        int errorLines = LogPlace.tail(error, last).lines();
        int errorShare = Math.min(errorLines, Math.max(last / 2, last - outLines));
        int outShare = Math.min(outLines, last - errorShare);
        return List.of(
                new LogFile(out, LogPlace.tail(out, outShare).place()),
                new LogFile(error, LogPlace.tail(error, errorShare).place()));
    }
}
