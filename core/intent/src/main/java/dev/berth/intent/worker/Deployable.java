package dev.berth.intent.worker;

import dev.berth.model.Artifact;
import dev.berth.model.Health;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What a deployment comes to, once its manifest is read. */
record Deployable(
        Artifact artifact,
        List<String> command,
        Health health,
        OptionalInt port,
        int replicas,
        String strategy,
        Map<String, String> env) {}
