package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.INVALID;

import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseSpec;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The environment of a program: what the release says and what Berth sets; nothing inherited. */
record ProgramEnvironment(Path jdk) {

    // a shell leads the session, and passes on no other names
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    String path() {
        return jdk.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin";
    }

    Map<String, String> of(ReleaseSpec spec, Instance instance, int port) {
        Map<String, String> environment = new TreeMap<>(spec.env());
        spec.secrets().forEach((name, secret) -> environment.put(name, secret.reveal()));
        environment.forEach(ProgramEnvironment::check);
        environment.put("PORT", Integer.toString(port));
        environment.put("PATH", path());
        environment.put("HOME", instance.home().toString());
        environment.put("TMPDIR", instance.directory().resolve("tmp").toString());
        environment.put("LANG", "C.UTF-8");
        return environment;
    }

    private static void check(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new PluginException(
                    INVALID,
                    "cannot set the environment variable '%s': use letters, digits and underscores"
                            .formatted(name));
        }
        if (name.startsWith("_BERTH_")) {
            throw new PluginException(
                    INVALID,
                    "cannot set the environment variable '%s': names from _BERTH_ on are Berth's own"
                            .formatted(name));
        }
        if (value.indexOf('\0') >= 0) {
            throw new PluginException(
                    INVALID,
                    "cannot set the environment variable '%s': its value holds a zero byte"
                            .formatted(name));
        }
    }
}
