package dev.berth.rest.outer.worker;

import dev.berth.intent.worker.PlanRequest;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * A deploy of which a developer wants to know beforehand what it would do.
 *
 * @param workerId the worker, where it exists
 * @param workerName the name of the worker, where it is to be made
 * @param project the project of one that is to be made
 * @param image the container image that would be deployed
 * @param manifest the text of the app-manifest.json of the source that would be deployed
 * @param strategy the strategy for this deployment
 */
public record PlanBody(
        Optional<String> workerId,
        Optional<String> workerName,
        Optional<String> project,
        Optional<String> image,
        Optional<String> manifest,
        Optional<String> strategy) {

    PlanRequest request(DefaultNames defaults) {
        return new PlanRequest(subject(defaults), program(), strategy);
    }

    private PlanRequest.Subject subject(DefaultNames defaults) {
        mustBe(
                workerId.isPresent() != workerName.isPresent(),
                "exactly one of worker_id and worker_name must be given");
        return workerId.<PlanRequest.Subject>map(PlanRequest.Existing::new)
                .orElseGet(() -> toBeMade(NewWorkerBody.of(workerName.orElseThrow()), defaults));
    }

    private PlanRequest.Subject toBeMade(NewWorkerBody worker, DefaultNames defaults) {
        return new PlanRequest.ToBeMade(
                worker.workerName(),
                project.orElse(DefaultNames.PROJECT),
                worker.settings(defaults));
    }

    private PlanRequest.Program program() {
        mustBe(
                image.isPresent() != manifest.isPresent(),
                "exactly one of image and manifest must be given");
        return image.<PlanRequest.Program>map(PlanRequest.Image::new)
                .orElseGet(() -> new PlanRequest.Manifest(manifest.orElseThrow()));
    }

    private static void mustBe(boolean right, String message) {
        if (!right) {
            throw Refusal.of(
                    Refusal.Kind.MALFORMED,
                    "cannot plan the deploy",
                    List.of(new Problem("", message)));
        }
    }
}
