package dev.berth.edge;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/** Writes each log record as one line of JSON. */
final class JsonLines extends Formatter {

    /** Sends every log to standard output in this form, from INFO. */
    static void install() {
        System.setProperty("java.util.logging.manager", LastingLogManager.class.getName());
        Logger root = Logger.getLogger("");
        List.of(root.getHandlers()).forEach(root::removeHandler);
        Handler out = new StandardOutput();
        out.setLevel(Level.INFO);
        root.addHandler(out);
    }

    /** A console handler would close the standard error that it begins with. */
    @SuppressWarnings("SystemOut") // what a program of the launcher says
    private static final class StandardOutput extends StreamHandler {
        StandardOutput() {
            super(System.out, new JsonLines());
        }

        @Override
        public synchronized void publish(LogRecord record) {
            super.publish(record);
            flush();
        }
    }

    @Override
    public String format(LogRecord record) {
        JsonObject line =
                new JsonObject()
                        .put("time", record.getInstant().toString())
                        .put("level", record.getLevel().getName())
                        .put("logger", String.valueOf(record.getLoggerName()))
                        .put("message", formatMessage(record));
        if (record.getThrown() != null) {
            line.put("error", trace(record.getThrown()));
        }
        return line.encode() + "\n";
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
