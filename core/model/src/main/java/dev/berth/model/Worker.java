package dev.berth.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is wanted of a worker.
 *
 * @param id its id
 * @param tenant its owner
 * @param project its project
 * @param name its name, unique in the project among workers that are not deleted
 * @param settings what its developer chose
 * @param release the release that is wanted; empty before the first deploy
 * @param rollout the generation that wanted this release; 0 where that was not written down
 * @param verdict what a developer said last of a rollout
 * @param generation grows with every change of what is wanted
 * @param deleted whether it is to be torn down
 * @param createdAt when it was made
 */
public record Worker(
        WorkerId id,
        TenantId tenant,
        ProjectId project,
        String name,
        WorkerSettings settings,
        OptionalLong release,
        long rollout,
        Optional<Verdict> verdict,
        long generation,
        boolean deleted,
        Instant createdAt) {}
