package dev.berth.container;

import dev.berth.container.ForeignCalls.Foreign;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/**
 * Who asks for a while, and what there is for him. Then somebody else does: what is asked also logs
 * out, takes tokens back, and deletes.
 */
record FuzzScene(InetAddress place, Holdings holdings, Signing signing, List<String> tokens) {

    FuzzScene {
        tokens = List.copyOf(tokens);
    }

    static FuzzScene of(Client outer) {
        Holdings holdings = new Holdings(outer);
        Account owner = holdings.owner();
        return new FuzzScene(
                Account.place(),
                holdings,
                owner.signing(),
                List.of(
                        owner.token(),
                        token(owner, "{\"name\": \"all\"}"),
                        token(owner, "{\"name\": \"reads\", \"scopes\": [\"read\"]}")));
    }

    private static String token(Account owner, String body) {
        return owner.client().post("/api/v1/tokens", body).text("token");
    }

    /** Returns a name of something of that kind, mostly of one that there is. */
    String id(String kind, Choices choices) {
        Foreign one = holdings.foreign().get(kind);
        return choices.once(4) ? one.unknown() : one.known();
    }

    /** Returns a value that often fits a member, or a parameter, of that name. */
    String fitting(String name, Choices choices) {
        return switch (name) {
            case "worker_id", "target" -> id("worker", choices);
            case "version_id" -> id("version", choices);
            case "user_uid", "user_id", "actor" -> id("user", choices);
            case "project" -> id("project", choices);
            case "sha256" -> id("source", choices);
            case "source" -> "sha256:" + id("source", choices);
            case "image" -> "registry.invalid/app:1";
            case "email" -> choices.once(2) ? holdings.owner().email() : Account.newEmail();
            case "password" -> Account.PASSWORD;
            default -> ordinary(name, choices);
        };
    }

    private static String ordinary(String name, Choices choices) {
        Map<String, List<String>> usual =
                Map.ofEntries(
                        Map.entry("strategy", List.of("recreate", "blue-green")),
                        Map.entry("task_type", List.of("worker.deploy", "user.register")),
                        Map.entry("resource_type", List.of("kv", "rdb", "cpu")),
                        Map.entry("assigned_cpu", List.of("1", "0.5", "500m")),
                        Map.entry("assigned_memory", List.of("64M", "1Gi", "256MiB")),
                        Map.entry("assigned_disk", List.of("1G", "1Gi")),
                        Map.entry("role", List.of("viewer", "admin", "developer", "owner")),
                        Map.entry("scopes", List.of("read", "write", "deploy", "admin", "all")),
                        Map.entry("key", List.of("COLOUR", "SIZE", "PATH", "PORT")),
                        Map.entry("stream", List.of("runtime", "build")),
                        Map.entry("since", List.of("10m", "1h30m", "2d", "2026-01-31T12:00:00Z")),
                        Map.entry("code", List.of("123456", "000000")),
                        Map.entry("return_to", List.of("/console", "/", "//evil.example")),
                        Map.entry("manifest", List.of("{}", "{\"appName\": \"a\"}", "[")),
                        Map.entry("runtime", List.of("process")),
                        Map.entry("commit_sha", List.of("0badcafe", "")));
        return usual.containsKey(name) ? choices.oneOf(usual.get(name)) : choices.fresh();
    }
}
