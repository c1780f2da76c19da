package dev.berth.spi;

/**
 * Decides how a new release takes over. A pure function: it keeps no state, does no I/O, and is
 * asked again after every step with what has become of it; also of rollouts that are only planned.
 */
@FunctionalInterface
public interface DeployStrategy {

    /** Returns the step to take now. Must reach {@link Step.Finish} or {@link Step.RollBack}. */
    Step next(Rollout rollout);
}
