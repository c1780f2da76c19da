package dev.berth.rest;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Gives each request an id and safe headers, and writes one line about it, without its query. Also
 * refuses a media type that no later filter would get to see: the server stumbles at it first.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public final class RequestLog implements Filter {

    private static final System.Logger LOG = System.getLogger(RequestLog.class.getName());

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) anyRequest;
        HttpServletResponse response = (HttpServletResponse) anyResponse;
        String id =
                RequestId.of(Objects.requireNonNullElse(request.getHeader(RequestId.HEADER), ""));
        request.setAttribute(CurrentRequest.ID, id);
        response.setHeader(RequestId.HEADER, id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        long started = System.nanoTime();
        Runnable line =
                () -> write(request, response, Duration.ofNanos(System.nanoTime() - started));
        try {
            if (ContentTypes.open(request.getContentType())) {
                ErrorPages.answer(
                        response, HttpServletResponse.SC_BAD_REQUEST, ContentTypes.OPEN, id);
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            whenDone(request, line);
        }
    }

    private static void whenDone(HttpServletRequest request, Runnable line) {
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(new Completion(line));
        } else {
            line.run();
        }
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, Duration took) {
        Map<String, String> fields =
                Map.of(
                        "method", request.getMethod(),
                        "path", request.getRequestURI(),
                        "status_long", Integer.toString(response.getStatus()),
                        "ms_long", Long.toString(took.toMillis()),
                        "request_id", attribute(request, CurrentRequest.ID),
                        "user", attribute(request, CurrentRequest.USER));
        LineFields.with(fields, () -> LOG.log(System.Logger.Level.INFO, "request"));
    }

    private static String attribute(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getAttribute(name), "-").toString();
    }
}
