package dev.berth.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Answers a request that reaches no instance, or whose instance fails. */
record Refusal(int status, String detail) {

    static final Refusal FAILED =
            new Refusal(502, "the worker did not answer; its log may say why");
    static final Refusal LATE = new Refusal(504, "the worker did not answer in time");
    static final Refusal SLOW_CLIENT = new Refusal(408, "the request did not arrive in time");

    static Refusal of(RequestTarget target, boolean unknown) {
        if (target.host().equals(HostName.MALFORMED)) {
            return new Refusal(400, "the request names no host that could be");
        }
        return unknown
                ? new Refusal(404, "no worker answers at '" + target.host() + "'")
                : new Refusal(503, "the worker at '" + target.host() + "' has no instance ready");
    }

    void send(HttpServerRequest request) {
        String accept = request.headers().get(HttpHeaders.ACCEPT);
        Answer answer = Problem.of(status, detail).answer(accept == null ? "" : accept);
        HttpServerResponse response = request.response();
        response.setStatusCode(answer.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, answer.type());
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == 503) {
            response.putHeader("Retry-After", "1");
        }
        response.end(answer.body());
        // what is left of the body is read and dropped, so that the client gets to the answer
        request.resume();
    }
}
