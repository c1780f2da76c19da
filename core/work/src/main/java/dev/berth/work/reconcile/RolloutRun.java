package dev.berth.work.reconcile;

import dev.berth.model.Verdict;
import dev.berth.model.Worker;
import dev.berth.spi.Step;
import dev.berth.work.worker.RolloutFacts;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The working copy of a rollout while a run goes on. */
final class RolloutRun {

    private final Worker worker;
    private long number;
    private Optional<Step> step;
    private Instant since;
    private Optional<Instant> shifted;
    private long followed;
    private OptionalLong refused;

    RolloutRun(Worker worker, RolloutFacts facts) {
        this.worker = worker;
        this.number = facts.number();
        this.step = facts.step();
        this.since = facts.since();
        this.shifted = facts.shifted();
        this.followed = facts.followed();
        this.refused = facts.refused();
    }

    /** Returns whether nobody has begun yet with what is wanted now. */
    boolean isNew() {
        return number != worker.rollout();
    }

    /** Forgets how far another rollout was, but not whether its shares are in force. */
    void begin(Instant now) {
        if (isNew() || step.isEmpty()) {
            number = worker.rollout();
            step = Optional.empty();
            since = now;
        }
    }

    Optional<Step> step() {
        return step;
    }

    Instant since() {
        return since;
    }

    void took(Step next, Instant now) {
        if (!step.equals(Optional.of(next))) {
            since = now;
        }
        step = Optional.of(next);
    }

    /** Returns since when the shares of the traffic are in force; empty while they are not. */
    Optional<Instant> shifted() {
        return shifted;
    }

    /** Notes that the strategy changes the shares of the traffic. */
    void shifts() {
        reweighed();
        follow();
    }

    /** Notes that the shares of the traffic are changed, which is not in force yet. */
    void reweighed() {
        shifted = Optional.empty();
    }

    void shiftedAt(Instant moment) {
        shifted = Optional.of(moment);
    }

    void end() {
        step = Optional.empty();
        follow();
    }

    void refuse() {
        number = worker.rollout();
        refused = OptionalLong.of(number);
        end();
    }

    boolean isRefused() {
        return refused.equals(OptionalLong.of(worker.rollout()));
    }

    /** Returns whether a developer said that of this rollout, and nobody has followed it yet. */
    boolean isTold(Verdict.Kind kind) {
        return verdict().filter(verdict -> verdict.kind() == kind).isPresent();
    }

    private void follow() {
        verdict().ifPresent(verdict -> followed = verdict.generation());
    }

    private Optional<Verdict> verdict() {
        return worker.verdict()
                .filter(said -> OptionalLong.of(said.release()).equals(worker.release()))
                .filter(said -> said.generation() > Math.max(worker.rollout(), followed));
    }

    RolloutFacts facts() {
        return new RolloutFacts(number, step, since, shifted, followed, refused);
    }
}
