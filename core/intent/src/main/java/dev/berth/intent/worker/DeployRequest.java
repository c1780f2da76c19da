package dev.berth.intent.worker;

import dev.berth.model.Cause;
import dev.berth.model.SourceId;
import dev.berth.model.WorkerId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a developer wants deployed.
 *
 * @param worker the worker
 * @param image the image, where it is made of one
 * @param source the uploaded source, where it is made of one
 * @param port the port that it documents
 * @param commitSha the commit that it was made from; may be empty
 * @param strategy the strategy for this deployment; empty for the worker's
 * @param cause the request
 */
public record DeployRequest(
        WorkerId worker,
        Optional<String> image,
        Optional<SourceId> source,
        OptionalInt port,
        String commitSha,
        Optional<String> strategy,
        Cause cause) {}
