package dev.berth.rest.outer.worker;

import dev.berth.model.WorkerId;

/** Knows the addresses of workers. */
public record PublicUrls(String template) {

    private static final String PLACE = "{worker_id}";

    public PublicUrls {
        if (!template.contains(PLACE)) {
            throw new IllegalArgumentException(
                    "berth.public-url-template '"
                            + template
                            + "' leads all workers to one address; put "
                            + PLACE
                            + " into it");
        }
    }

    /** Returns the address of a worker. */
    public String of(WorkerId worker) {
        return template.replace(PLACE, worker.value());
    }
}
