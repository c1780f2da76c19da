package dev.berth.intent.worker;

import dev.berth.model.Worker;
import dev.berth.model.WorkerStatus;

/** A worker and what has become of it. */
public record SeenWorker(Worker worker, WorkerStatus status) {}
