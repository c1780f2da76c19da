package dev.berth.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an application consists of: the content of its {@code app-manifest.json}.
 *
 * @param appName its name, for people
 * @param description what it is; may be empty
 * @param components its parts, at least one, with different names
 */
public record AppManifest(String appName, String description, List<Component> components) {

    public AppManifest {
        components = List.copyOf(components);
    }

    /**
     * One part of an application.
     *
     * @param name its name, unique in the manifest
     * @param type what kind of part it is
     * @param path its directory in the source
     * @param port the port that it documents
     * @param command what starts it, argument by argument; may be empty
     * @param health how to see that it is ready
     * @param env its environment
     * @param replicas how many instances
     * @param strategy how a new release takes over; empty for the worker's
     */
    public record Component(
            String name,
            Type type,
            String path,
            OptionalInt port,
            List<String> command,
            Health health,
            Map<String, String> env,
            int replicas,
            Optional<String> strategy) {

        public Component {
            command = List.copyOf(command);
            env = Map.copyOf(env);
        }
    }

    /** The kinds of components. */
    public enum Type {
        FRONTEND,
        BACKEND,
        WORKER,
        DATABASE
    }
}
