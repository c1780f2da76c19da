package dev.berth.rest.outer;

import dev.berth.model.Paged;
import jakarta.ws.rs.core.Response;

/** Answers with bare arrays. */
final class Lists {

    private Lists() {}

    static Response answer(Paged<?> page) {
        return Response.ok(page.items()).header("X-Total-Count", page.total()).build();
    }
}
