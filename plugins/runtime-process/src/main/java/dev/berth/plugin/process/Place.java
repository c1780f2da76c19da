package dev.berth.plugin.process;

/** Where the instances of a release are, and as whom they run. */
record Place(ReleaseDirectory release, Account account) {}
