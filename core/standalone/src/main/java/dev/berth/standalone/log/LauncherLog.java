package dev.berth.standalone.log;

import dev.berth.standalone.home.Home;
import dev.berth.standalone.process.LogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The launcher's own log: a line of JSON per message. */
public final class LauncherLog {

    private static final Logger ROOT = Logger.getLogger("");
    // kept, or the levels would be collected with the loggers
    private static final Map<Logger, Level> LEVELS =
            Map.of(
                    Logger.getLogger("org.apache.kafka"), Level.WARNING,
                    Logger.getLogger("kafka"), Level.WARNING,
                    Logger.getLogger("org.postgresql"), Level.WARNING);

    private LauncherLog() {}

    public static void open(Home home) {
        LogFile file = new LogFile(home.log("launcher"));
        file.rotate();
        try {
            Handler handler = new FileHandler(file.path().toString(), true);
            handler.setFormatter(new JsonLineFormatter());
            handler.setEncoding("UTF-8");
            Arrays.stream(ROOT.getHandlers()).forEach(ROOT::removeHandler);
            ROOT.addHandler(handler);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file.path(), failure);
        }
        LEVELS.forEach(Logger::setLevel);
    }
}
