package dev.berth.standalone;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.console.Progress;
import dev.berth.standalone.home.Home;
import dev.berth.standalone.home.Secrets;
import dev.berth.standalone.server.Settings;
import dev.berth.store.Migrations;
import dev.berth.store.rotation.KeyRotation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./berth key rotate}: has a new key encrypt variables and secrets. */
@Command(
        name = "rotate",
        description = {
            "Makes a new config key, and has it encrypt what the old one did: variables and secrets",
            "of workers, secret keys of users, and answers that are kept.",
            "",
            "Berth goes on meanwhile. When it is interrupted, call it again: it goes on where it",
            "was. The old key is of no use afterwards, but for backups that were made before."
        },
        footer = {
            "",
            "Examples:",
            "  ./berth key rotate",
            "  ./berth key rotate --home /srv/berth"
        })
final class KeyRotateCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        Home place = home.home();
        Progress progress = Progress.onConsole();
        try (Connection owner = connect(place)) {
            KeyRotation.Result result =
                    new KeyRotation(owner, place.secrets().resolve(Secrets.CONFIG_KEY))
                            .rotate(done -> progress.say("  %d wrapped".formatted(done)));
            progress.say(said(result));
            return ExitCode.OK;
        } catch (SQLException failure) {
            throw new LauncherException(
                    "cannot reach the database of %s: %s; start Berth with ./berth up first"
                            .formatted(place.root(), failure.getMessage()),
                    failure);
        }
    }

    private static String said(KeyRotation.Result result) {
        return "%s: key %s wraps everything now; of these, %d were wrapped anew"
                .formatted(
                        result.resumed()
                                ? "The rotation that was interrupted is done"
                                : "The config key is rotated",
                        result.key(),
                        result.rewrapped());
    }

    private static Connection connect(Home home) throws SQLException {
        String url = Settings.inForce(home, Settings.DATABASE_URL);
        Properties login = new Properties();
        login.setProperty("user", Migrations.OWNER);
        login.setProperty("password", new Secrets(home.secrets()).value(Secrets.OWNER));
        login.setProperty("connectTimeout", "10");
        login.setProperty("ApplicationName", "berth-key");
        return DriverManager.getConnection(url, login);
    }
}
