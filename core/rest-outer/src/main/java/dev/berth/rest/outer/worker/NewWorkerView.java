package dev.berth.rest.outer.worker;

import dev.berth.model.Worker;

/** A worker that was just created, as a client sees it. */
public record NewWorkerView(String workerId, String workerName) {

    static NewWorkerView of(Worker worker) {
        return new NewWorkerView(worker.id().value(), worker.name());
    }
}
