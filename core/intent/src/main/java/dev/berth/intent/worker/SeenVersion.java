package dev.berth.intent.worker;

import dev.berth.model.Version;
import dev.berth.model.VersionStatus;

/** A version and what has become of it. */
public record SeenVersion(Version version, VersionStatus status) {}
