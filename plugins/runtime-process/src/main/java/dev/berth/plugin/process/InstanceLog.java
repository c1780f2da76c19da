package dev.berth.plugin.process;

import dev.berth.spi.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Finds the newest lines of an instance's two outputs. */
final class InstanceLog {

    private InstanceLog() {}

    /** Returns the newest lines themselves: those to standard output, then those to error. */
    static List<LogLine> newest(Instance instance, int last) {
        List<LogLine> lines = new ArrayList<>();
        for (LogFile file : from(instance, last, _ -> LogPlace.START)) {
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
     * Nobody noted in which order lines came to two outputs, so that they share evenly. None begins
     * before its {@code earliest} place.
     */
    static List<LogFile> from(
            Instance instance, int last, Function<OutputFiles, LogPlace> earliest) {
        List<OutputFiles> outputs = OutputFiles.of(instance);
        OutputFiles out = outputs.getFirst();
        OutputFiles error = outputs.getLast();
        int outLines = LogPlace.tail(out, last).lines();
        int errorLines = LogPlace.tail(error, last).lines();
        int errorShare = Math.min(errorLines, Math.max(last / 2, last - outLines));
        int outShare = Math.min(outLines, last - errorShare);
        return List.of(
                begun(out, outShare, earliest.apply(out)),
                begun(error, errorShare, earliest.apply(error)));
    }

    private static LogFile begun(OutputFiles output, int lines, LogPlace earliest) {
        return new LogFile(output, LogPlace.tail(output, lines).place().later(earliest));
    }
}
