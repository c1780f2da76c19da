package dev.berth.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;

/** The request that this thread answers. */
@Dependent
public class CurrentRequest {

    static final String ID = "dev.berth.request.id";
    static final String USER = "dev.berth.request.user";

    private final HttpServletRequest request;

    /** Creates it over the container's request of the current thread. */
    @Inject
    public CurrentRequest(HttpServletRequest request) {
        this.request = request;
    }

    /** Returns its id. */
    public String id() {
        return (String) request.getAttribute(ID);
    }

    /** Returns the address that it came from. */
    public String from() {
        return request.getRemoteAddr();
    }

    /** Returns its method. */
    public String method() {
        return request.getMethod();
    }

    /** Returns its path, as the client wrote it. */
    public String path() {
        return request.getRequestURI();
    }

    /** Returns its query, as the client wrote it and without the question mark; empty for none. */
    public String query() {
        return Objects.requireNonNullElse(request.getQueryString(), "");
    }

    /** Returns a header; empty where there is none. */
    public String header(String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }

    /** Returns a header that may come in several lines, as if they were one; empty for none. */
    public String list(String name) {
        return String.join(",", Collections.list(request.getHeaders(name)));
    }

    /** Says for the log who asks. */
    public void user(String user) {
        request.setAttribute(USER, user);
    }

    /** Returns whether it is known who asks. */
    boolean known() {
        return request.getAttribute(USER) != null;
    }

    /** Keeps {@code value} for whoever answers this request later. */
    public <T> void put(Class<T> type, T value) {
        request.setAttribute(type.getName(), value);
    }

    /** Returns what was kept. */
    public <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(type.cast(request.getAttribute(type.getName())));
    }
}
