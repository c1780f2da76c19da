package dev.berth.rest.outer;

import dev.berth.model.Paged;
import jakarta.ws.rs.core.Response;

/** Answers with bare arrays. */
public final class Lists {

    private Lists() {}

    public static Response answer(Paged<?> page) {
        return Response.ok(page.items()).header("X-Total-Count", page.total()).build();
    }
}
