package dev.berth.rest.outer.login;

import dev.berth.intent.login.Return;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** What a provider gives to a browser that comes back; it may have given anything. */
public class ReturnQuery {

    private static final int LONGEST = 4096;

    @QueryParam("state")
    @DefaultValue("")
    String state;

    @QueryParam("code")
    @DefaultValue("")
    String code;

    @QueryParam("error")
    @DefaultValue("")
    String error;

    @QueryParam("iss")
    @DefaultValue("")
    String issuer;

    Return read() {
        return new Return(
                bounded(state),
                bounded(code),
                bounded(error),
                Optional.of(bounded(issuer)).filter(text -> !text.isEmpty()));
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : "";
    }
}
