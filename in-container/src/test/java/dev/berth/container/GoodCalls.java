package dev.berth.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.container.Client.Answer;
import dev.berth.container.OpenApi.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** For each route a call that it answers well, with what there has to be for that. */
final class GoodCalls {

    private static final String WORKER = "/api/v1/worker";

    private final Client nobody;
    private final Client operator;
    private final Account account;
    private final Client me;
    private final WorkerScenes workers;
    private final ProviderScenes providers;
    private final Map<String, Supplier<Ask>> calls = new HashMap<>();

    GoodCalls(Client nobody, Client operator) {
        this.nobody = nobody;
        this.operator = operator;
        account = Account.register(nobody);
        me = account.client();
        workers = new WorkerScenes(account);
        providers = ProviderScenes.of(nobody);
        accounts();
        providers();
        tenant();
        workers();
        rollouts();
        tasks();
    }

    /** What a route is asked, besides its name. */
    private record Ask(
            Client client, String id, String query, Supplier<byte[]> body, List<String> headers) {

        Ask(Client client, String body) {
            this(client, "", "", () -> body.getBytes(UTF_8), List.of());
        }
    }

    /** Asks a route; {@code prefix} takes the place of {@code /api/v1}. */
    Answer call(Route route, String prefix) {
        Supplier<Ask> call = calls.get(route.name());
        if (call == null) {
            throw new AssertionError("there is no good call of " + route.name() + " here; add one");
        }
        Ask ask = call.get();
        String type = route.method().equals("PUT") ? "application/gzip" : "application/json";
        String path = route.path().replaceFirst("^/api/v1", prefix);
        return ask.client()
                .call(
                        route.method(),
                        path.replaceFirst("\\{[^}]+}", ask.id()) + ask.query(),
                        ask.body().get(),
                        Stream.concat(Stream.of("Content-Type", type), ask.headers().stream())
                                .toArray(String[]::new));
    }

    private void accounts() {
        calls.put("GET /health", () -> new Ask(nobody, ""));
        calls.put("GET /api/v1/info", () -> new Ask(nobody, ""));
        calls.put(
                "POST /api/v1/auth/send-code",
                () ->
                        new Ask(
                                nobody.from(Account.place()),
                                "{\"email\": \"%s\"}".formatted(Account.newEmail())));
        calls.put("POST /api/v1/auth/register", this::registration);
        calls.put("POST /api/v1/auth/login", () -> new Ask(account.here(), account.credentials()));
        calls.put("POST /api/v1/auth/reset-password", this::reset);
        calls.put(
                "POST /api/v1/auth/logout",
                () -> new Ask(account.here().with(account.session()), ""));
        calls.put("POST /api/v1/auth/rotate-key", () -> new Ask(me, ""));
        calls.put("GET /api/v1/tokens", () -> new Ask(me, ""));
        calls.put("POST /api/v1/tokens", () -> new Ask(me, named("name")));
        calls.put(
                "DELETE /api/v1/tokens/{id}",
                () -> on(me.post("/api/v1/tokens", named("name")).text("id"), ""));
    }

    private Ask registration() {
        Client place = nobody.from(Account.place());
        return new Ask(place, Account.proof(place, Account.newEmail()));
    }

    private Ask reset() {
        Account forgetful = Account.register(nobody);
        return new Ask(forgetful.here(), Account.proof(forgetful.here(), forgetful.email()));
    }

    private void providers() {
        String route = "/api/v1/auth/provider";
        calls.put("GET " + route, () -> new Ask(nobody, ""));
        calls.put("GET " + route + "/{name}", () -> provider(nobody, "", ""));
        calls.put(
                "GET " + route + "/{name}/callback",
                () -> {
                    ProviderScenes.Return back = providers.consented();
                    return provider(nobody, back.query(), "", "Cookie", back.cookie());
                });
        calls.put("POST " + route + "/{name}/link", () -> provider(me, "", "{}"));
        calls.put(
                "POST /api/v1/auth/session",
                () -> provider(nobody, "", "", "Cookie", providers.returned()));
        calls.put("GET /api/v1/auth/identity", () -> new Ask(me, ""));
        calls.put("DELETE /api/v1/auth/identity/{id}", () -> on(providers.linked(me), ""));
    }

    private static Ask provider(Client client, String query, String body, String... headers) {
        return new Ask(
                client, ProviderScenes.NAME, query, () -> body.getBytes(UTF_8), List.of(headers));
    }

    private void tenant() {
        calls.put("GET /api/v1/project", () -> new Ask(me, ""));
        calls.put("POST /api/v1/project", () -> new Ask(me, named("name")));
        calls.put("GET /api/v1/member", () -> new Ask(me, ""));
        calls.put("POST /api/v1/member", () -> new Ask(me, invitation()));
        calls.put(
                "DELETE /api/v1/member",
                () -> {
                    String id = me.post("/api/v1/member", invitation()).text("id");
                    return new Ask(me, "", "?id=" + id, () -> new byte[0], List.of());
                });
        calls.put("GET /api/v1/quota", () -> new Ask(me, ""));
        calls.put("GET /api/v1/events", () -> new Ask(me, ""));
        calls.put("GET /api/v1/audit", () -> new Ask(me, ""));
        calls.put("GET /api/v1/usage", () -> new Ask(me, ""));
        calls.put("GET /api/v1/report", () -> new Ask(operator, ""));
    }

    private void workers() {
        calls.put("GET /api/v1/worker", () -> new Ask(me, ""));
        calls.put("POST /api/v1/worker", () -> new Ask(me, named("worker_name")));
        calls.put("GET /api/v1/worker/{id}", () -> on(workers.deployed(), ""));
        calls.put(
                "PATCH /api/v1/worker/{id}", () -> on(workers.deployed(), "{\"max_replicas\": 2}"));
        calls.put("DELETE /api/v1/worker/{id}", () -> on(workers.deployed(), ""));
        for (String kind : List.of("env", "secret")) {
            String variable = "{\"key\": \"COLOUR\", \"value\": \"blue\"}";
            calls.put("GET /api/v1/worker/{id}/" + kind, () -> on(workers.configured(kind), ""));
            calls.put("POST /api/v1/worker/{id}/" + kind, () -> on(account.worker(), variable));
        }
        calls.put("GET /api/v1/worker/{id}/logs", () -> on(workers.fromSource(), ""));
        calls.put("GET /api/v1/worker/{id}/manifest", () -> on(workers.fromSource(), ""));
        calls.put("GET /api/v1/worker/{id}/usage", () -> on(workers.deployed(), ""));
        calls.put(
                "PUT /api/v1/source/{sha256}",
                () -> {
                    byte[] archive = Archives.source(UUID.randomUUID().toString());
                    return new Ask(me, Signing.digest(archive), "", () -> archive, List.of());
                });
    }

    private void rollouts() {
        for (String route : List.of("/plan", "/deploy")) {
            calls.put("POST " + WORKER + route, () -> new Ask(me, image(account.worker())));
        }
        calls.put(
                "POST /api/v1/worker/{id}/rollback",
                () -> {
                    String worker = account.worker();
                    long version = workers.served(worker);
                    return on(worker, "{\"version_id\": %d}".formatted(version));
                });
        calls.put("POST /api/v1/worker/{id}/promote", () -> on(workers.rollingOut(), ""));
        calls.put("POST /api/v1/worker/{id}/abort", () -> on(workers.rollingOut(), ""));
    }

    private void tasks() {
        calls.put("GET /api/v1/task", () -> new Ask(me, ""));
        calls.put("GET /api/v1/task/{id}", () -> on(workers.task(workers.deployed()), ""));
        calls.put("POST /api/v1/task/{id}/requeue", () -> on(workers.failedTask(), ""));
    }

    private Ask on(String id, String body) {
        return new Ask(me, id, "", () -> body.getBytes(UTF_8), List.of());
    }

    private static String image(String worker) {
        return "{\"worker_id\": \"%s\", \"image\": \"registry.invalid/app:1\"}".formatted(worker);
    }

    private static String invitation() {
        return "{\"email\": \"%s\", \"role\": \"viewer\"}".formatted(Account.newEmail());
    }

    private static String named(String member) {
        return "{\"%s\": \"n%s\"}".formatted(member, UUID.randomUUID().toString().substring(0, 8));
    }
}
