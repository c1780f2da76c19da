package dev.berth.plugin.process;

import dev.berth.spi.ReleaseSpec;
import java.util.HashMap;
import java.util.Map;

/** Changes what is wanted of a release. */
record ReleaseSpecs(ReleaseSpec spec) {

    ReleaseSpec with(String name, String value) {
        Map<String, String> env = new HashMap<>(spec.env());
        env.put(name, value);
        return new ReleaseSpec(
                spec.id(),
                spec.tenant(),
                spec.artifact(),
                spec.command(),
                env,
                spec.secrets(),
                spec.port(),
                spec.health(),
                spec.replicas(),
                spec.limits());
    }
}
