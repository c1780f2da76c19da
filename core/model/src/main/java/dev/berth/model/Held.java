package dev.berth.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a user has, as it stands in the database.
 *
 * @param tenant whether he has a personal tenant
 * @param owner whether he owns it
 * @param project whether it has the project that each begins with
 * @param holdings how much he has of everything
 * @param workers those of his workers that nobody works on, at least those that differ
 */
public record Held(
        boolean tenant,
        boolean owner,
        boolean project,
        List<Holding> holdings,
        List<HeldWorker> workers) {

    public Held {
        holdings = List.copyOf(holdings);
        workers = List.copyOf(workers);
    }

    /** Returns what a user lacks that each has from the start, but for limits. */
    public List<String> lacks() {
        if (!tenant) {
            return List.of("the user has no personal tenant");
        }
        List<String> lacks = new ArrayList<>();
        if (!owner) {
            lacks.add("the user does not own his personal tenant");
        }
        if (!project) {
            lacks.add("the user's tenant has no project 'default'");
        }
        return lacks;
    }

    /** Returns whether nothing of his is limited. */
    public boolean unlimited() {
        return holdings.stream().noneMatch(holding -> holding.limit().isPresent());
    }

    /** Returns all in which what he has differs from what he may have, or from what there is. */
    public List<String> differences() {
        List<String> differences = new ArrayList<>(lacks());
        holdings.stream()
                .map(Holding::difference)
                .flatMap(Optional::stream)
                .forEach(differences::add);
        workers.stream()
                .map(HeldWorker::difference)
                .flatMap(Optional::stream)
                .forEach(differences::add);
        return differences;
    }
}
