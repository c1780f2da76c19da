package dev.berth.rest;

import dev.berth.model.Page;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;

/** The part of a list that a client asks for. */
public final class PageQuery {

    @QueryParam("limit")
    @DefaultValue("50")
    private String limit = "";

    @QueryParam("offset")
    @DefaultValue("0")
    private String offset = "";

    /** Returns it, checked. */
    public Page page() {
        return page(limit, offset);
    }

    static Page page(String limit, String offset) {
        List<Problem> problems = new ArrayList<>();
        int most = QueryValues.read("/limit", limit, problems);
        int skipped = QueryValues.read("/offset", offset, problems);
        if (!problems.isEmpty()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "cannot list", problems);
        }
        return new Page(most, skipped);
    }
}
