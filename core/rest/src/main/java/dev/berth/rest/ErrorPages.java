package dev.berth.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Says in problem details what the container would say in HTML. */
@WebServlet(urlPatterns = ErrorPages.PATH)
public final class ErrorPages extends HttpServlet {

    static final String PATH = "/.problem";

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
        // where the container refused before the filters, the request has no id yet
        String id = RequestId.of(Objects.toString(request.getAttribute(CurrentRequest.ID), ""));
        response.setHeader(RequestId.HEADER, id);
        answer(response, status, Statuses.detail(status), id);
    }

    /** Says why a request is refused that comes no further than the filters. */
    static void answer(HttpServletResponse response, int status, String detail, String id)
            throws IOException {
        ProblemDetails details = ProblemDetails.of(status, detail, id, List.of());
        response.setStatus(status);
        response.setContentType(ProblemDetails.MEDIA_TYPE);
        response.getOutputStream().write(Json.write(details).getBytes(UTF_8));
    }
}
