package dev.berth.model;

import java.util.Optional;

/**
 * What a deploy comes to for whoever takes it into service.
 *
 * @param worker the worker; empty for one that is not made yet
 * @param strategy the configured strategy by which the new release takes over
 * @param replicas how many instances of it
 */
public record PlannedDeploy(Optional<WorkerId> worker, String strategy, int replicas) {}
