package dev.berth.work.rehearsal;

import dev.berth.model.Plan;
import dev.berth.model.Plan.Kind;
import dev.berth.model.Plan.Shares;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Rollout;
import dev.berth.spi.Rollout.Member;
import dev.berth.spi.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what happens in a rehearsal, and when; waiting that goes on is one step. */
final class PlanNotes {

    private final RehearsalClock clock;
    private final PlanWords words;
    private final List<Plan.Step> steps = new ArrayList<>();
    private Optional<Step> last = Optional.empty();
    private Optional<Waiting> waiting = Optional.empty();
    private Shares shares = new Shares(0, 0);

    PlanNotes(RehearsalClock clock, ReleaseNames names) {
        this.clock = clock;
        this.words = new PlanWords(names);
    }

    List<Plan.Step> steps() {
        return List.copyOf(steps);
    }

    /** Returns the sentence of the step that was written down last. */
    String last() {
        return steps.isEmpty() ? "" : steps.getLast().sentence();
    }

    /** Writes down a step of the strategy. */
    void take(Rollout rollout, Step step) {
        boolean waitsOn = step instanceof Step.Wait && waiting.isPresent();
        if (waitsOn || last.equals(Optional.of(step))) {
            return;
        }
        go(rollout, step);
        last = Optional.of(step);
    }

    private void go(Rollout rollout, Step step) {
        endWaiting();
        shares = shares(rollout, step);
        switch (step) {
            case Step.Scale scale -> note(Kind.SCALE, words.scale(scale, rollout));
            case Step.Shift _ -> note(Kind.SHIFT, words.shift(shares, rollout));
            case Step.Wait(String phrase, Duration _) -> beginWaiting(phrase);
            case Step.Drain(ReleaseId release) -> note(Kind.DRAIN, words.drain(release));
            case Step.Stop _ -> {
                // the runtime tells whether there was anything to stop
            }
            case Step.RollBack(String reason) -> note(Kind.ROLL_BACK, words.rollBack(reason));
            case Step.Finish() -> note(Kind.FINISH, words.finish());
        }
    }

    /** Writes down that a developer has to promote. */
    void promoted() {
        endWaiting();
        last = Optional.empty();
        note(Kind.PROMOTE, words.promote(shares));
    }

    /** Writes down that a release that had instances has none any more. */
    void stopped(ReleaseId release) {
        note(Kind.STOP, words.stop(release));
    }

    private void note(Kind kind, String sentence) {
        steps.add(new Plan.Step(clock.passed(), kind, shares, sentence));
    }

    private void beginWaiting(String phrase) {
        waiting = Optional.of(new Waiting(steps.size(), phrase));
        note(Kind.WAIT, phrase);
    }

    /** Only at its end it is known how long it took. */
    private void endWaiting() {
        waiting.ifPresent(
                wait -> {
                    Plan.Step begun = steps.get(wait.index());
                    String sentence =
                            words.waited(
                                    clock.passed().minus(begun.after()),
                                    begun.shares(),
                                    wait.phrase());
                    steps.set(
                            wait.index(),
                            new Plan.Step(begun.after(), Kind.WAIT, begun.shares(), sentence));
                });
        waiting = Optional.empty();
    }

    private static Shares shares(Rollout rollout, Step step) {
        return step instanceof Step.Shift(Map<ReleaseId, Integer> weights)
                ? new Shares(
                        weights.getOrDefault(rollout.candidate().release(), 0),
                        rollout.previous()
                                .map(previous -> weights.getOrDefault(previous.release(), 0))
                                .orElse(0))
                : new Shares(
                        rollout.candidate().weight(),
                        rollout.previous().map(Member::weight).orElse(0));
    }

    /** Waiting that goes on: where it stands among the steps, and what it is for. */
    private record Waiting(int index, String phrase) {}
}
