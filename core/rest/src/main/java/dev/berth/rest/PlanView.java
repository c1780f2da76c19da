package dev.berth.rest;

import dev.berth.model.Plan;
import dev.berth.model.PlannedDeploy;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a deploy would do, as Inner says it and a client sees it.
 *
 * @param strategy the strategy by which the new release would take over
 * @param replicas how many instances of it
 * @param replacesVersionId the version that serves now
 * @param steps the steps, in their order
 */
public record PlanView(
        String strategy, int replicas, OptionalLong replacesVersionId, List<StepView> steps) {

    /**
     * One step.
     *
     * @param afterMs how many milliseconds after the beginning it comes, were all to go ideally
     * @param kind what kind of step it is
     * @param newShare the new release's share of the traffic from then on, in percent
     * @param previousShare the previous release's
     * @param sentence what it does, for a person
     */
    public record StepView(
            long afterMs, String kind, int newShare, int previousShare, String sentence) {

        static StepView of(Plan.Step step) {
            return new StepView(
                    step.after().toMillis(),
                    step.kind().word(),
                    step.shares().next(),
                    step.shares().previous(),
                    step.sentence());
        }

        Plan.Step step() {
            return new Plan.Step(
                    Duration.ofMillis(afterMs),
                    Plan.Kind.parse(kind).orElseThrow(),
                    new Plan.Shares(newShare, previousShare),
                    sentence);
        }
    }

    /** Returns the plan as it is shown. */
    public static PlanView of(Plan plan) {
        return new PlanView(
                plan.deploy().strategy(),
                plan.deploy().replicas(),
                plan.replaces(),
                plan.steps().stream().map(StepView::of).toList());
    }

    /** Returns the plan that is shown, of {@code deploy}. */
    public Plan plan(PlannedDeploy deploy) {
        return new Plan(deploy, replacesVersionId, steps.stream().map(StepView::step).toList());
    }
}
