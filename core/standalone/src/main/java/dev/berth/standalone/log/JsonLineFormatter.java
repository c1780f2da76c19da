package dev.berth.standalone.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Writes a log record as one line of JSON. */
final class JsonLineFormatter extends Formatter {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String format(LogRecord message) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("time", message.getInstant().toString());
        line.put("level", message.getLevel().getName());
        line.put("logger", message.getLoggerName());
        line.put("message", formatMessage(message));
        Optional.ofNullable(message.getThrown()).ifPresent(it -> line.put("error", trace(it)));
        try {
            return JSON.writeValueAsString(line) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
