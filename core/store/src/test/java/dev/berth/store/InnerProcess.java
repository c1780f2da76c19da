package dev.berth.store;

import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An Inner in a process of its own, whose runtime takes its time and writes down, by another
 * connection, from when to when it was at work.
 *
 * @param name the name of this Inner
 * @param effects where it writes that down
 */
record InnerProcess(String name, DataSource effects) {

    /** Starts it; takes its name and a database as Inner. */
    public static void main(String... arguments) throws IOException {
        DataSource database = database(arguments);
        InnerProcess inner = new InnerProcess(arguments[0], database);
        TestInner.start(inner.name(), database, inner::run);
        // until whoever started it is gone
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    private static DataSource database(String... arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[1]);
        source.setUser(arguments[2]);
        source.setPassword(arguments[3]);
        return KeptConnections.of(source);
    }

    private ReleaseState run(ReleaseSpec release) {
        write("INSERT INTO effects (worker, inner_name) VALUES (?, ?)", release, name);
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        write(
                "UPDATE effects SET ended = clock_timestamp() WHERE worker = ? AND inner_name = ?"
                        + " AND ended IS NULL",
                release,
                name);
        return TestPlugins.ready();
    }

    private void write(String text, ReleaseSpec release, String by) {
        try (Connection connection = effects.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            statement.setString(1, release.id().worker());
            statement.setString(2, by);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write an effect", e);
        }
    }
}
