package dev.berth.work.task;

import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.WorkerId;
import dev.berth.work.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** A queue that hands out what the test put in, and notes what came of it. */
final class FakeQueue implements TaskQueue {

    final List<String> outcomes = Collections.synchronizedList(new ArrayList<>());
    final Queue<Claim> due = new ConcurrentLinkedQueue<>();
    volatile boolean lost;
    volatile Optional<Error> error = Optional.empty();
    volatile Optional<RuntimeException> failure = Optional.empty();

    @Override
    public List<Claim> claim(String executor, Room room) {
        Optional<Error> thrown = error;
        error = Optional.empty();
        if (thrown.isPresent()) {
            throw thrown.get();
        }
        return Stream.generate(due::poll).limit(room.most()).takeWhile(Objects::nonNull).toList();
    }

    @Override
    public Set<Claim> renew(String executor, Collection<Claim> claims) {
        failure.ifPresent(
                thrown -> {
                    throw thrown;
                });
        return lost ? Set.of() : Set.copyOf(claims);
    }

    @Override
    public void settle(Claim claim, long generation, Optional<String> error) {
        outcomes.add("settled " + generation + error.map(reason -> ": " + reason).orElse(""));
    }

    @Override
    public void again(Claim claim, Duration pause) {
        outcomes.add("again");
    }

    @Override
    public void retry(Claim claim, Duration pause, String error) {
        outcomes.add("retry: " + error);
    }

    @Override
    public void free(String executor) {
        outcomes.add("free " + executor);
    }

    @Override
    public void reconcileAll() {
        outcomes.add("reconcile all");
    }

    @Override
    public void look(WorkerId worker) {
        outcomes.add("look " + worker.value());
    }

    @Override
    public Optional<TaskId> accept(TaskType type, WorkerId worker) {
        return Optional.empty();
    }
}
