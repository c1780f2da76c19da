package dev.berth.spi;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What is wanted of a release: the whole of it, never a change.
 *
 * @param id the release
 * @param tenant the owner's id; a runtime keeps tenants apart where it can
 * @param artifact what runs
 * @param command what starts it, argument by argument; empty where the artifact says
 * @param env names and values of its environment, without what the runtime sets
 * @param secrets names and values of its environment that must not be shown
 * @param port the port that it documents; a runtime that assigns ports ignores it
 * @param health how to see that an instance is ready
 * @param replicas how many instances; 0 stops all and keeps what a later start needs
 * @param limits what one instance may use
 */
public record ReleaseSpec(
        ReleaseId id,
        String tenant,
        Artifact artifact,
        List<String> command,
        Map<String, String> env,
        Map<String, Secret> secrets,
        OptionalInt port,
        Health health,
        int replicas,
        Limits limits) {

    public ReleaseSpec {
        command = List.copyOf(command);
        env = Map.copyOf(env);
        secrets = Map.copyOf(secrets);
        if (replicas < 0) {
            throw new IllegalArgumentException("replicas is not negative");
        }
    }
}
