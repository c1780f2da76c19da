package dev.berth.plugin.process;

/** Whether workers are limited by control groups. */
public enum ControlGroupUse {
    /** Where this machine can. */
    AUTO,
    /** Not at all. */
    OFF
}
