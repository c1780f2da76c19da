package dev.berth.work.task;

import dev.berth.work.LogContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Takes down what this package logs, with the fields that a line has beside its text. */
final class LoggedLines extends Handler {

    // loggers are held weakly, and with them their handlers
    private final Logger logger = Logger.getLogger(LogContext.class.getPackageName());
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    record Line(String text, Map<String, String> fields) {}

    static LoggedLines listening() {
        LoggedLines lines = new LoggedLines();
        lines.logger.addHandler(lines);
        return lines;
    }

    /** Returns the lines with that text. */
    List<Map<String, String>> fieldsOf(String text) {
        return lines.stream().filter(line -> line.text().equals(text)).map(Line::fields).toList();
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(new Line(record.getMessage(), LogContext.current().fields()));
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
