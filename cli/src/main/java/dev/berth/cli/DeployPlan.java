package dev.berth.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks Berth what a deploy would do, and shows it; nothing is uploaded or changed. */
record DeployPlan(Api api, Console console, Workers workers) {

    /** Returns the plan as Berth sent it. */
    Json ask(String name, AppManifest manifest) {
        Optional<Worker> existing = workers.find(name);
        Json.Members subject =
                existing.map(worker -> Json.object().with("worker_id", worker.id()))
                        .orElseGet(() -> workers.toBeMade(name));
        return api.post(
                "plan the deploy of '" + name + "'",
                "/api/v1/worker/plan",
                subject.with("manifest", manifest.text()));
    }

    void print(Json plan) {
        List<Json> steps = plan.get("steps").items();
        Table table = new Table("AFTER", "STEP", "NEW", "PREVIOUS", "WHAT IT DOES");
        for (Json step : steps) {
            table.row(
                    DurationText.write(Duration.ofMillis(step.get("after_ms").number())),
                    step.get("kind").text(),
                    step.get("new_share").text() + " %",
                    step.get("previous_share").text() + " %",
                    step.get("sentence").text());
        }
        table.print(console);
    }

    static String summary(String name, Json plan) {
        String replaced = plan.get("replaces_version_id").text();
        return "a deploy of '%s' by %s would %s; nothing is changed, and the times hold where"
                        .formatted(
                                name,
                                plan.get("strategy").text(),
                                replaced.isEmpty() ? "be its first" : "replace version " + replaced)
                + " instances are ready at once and nothing fails";
    }
}
