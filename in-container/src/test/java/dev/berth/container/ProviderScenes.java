package dev.berth.container;

import dev.berth.container.Browser.Sent;
import dev.berth.identity.testing.Person;
import java.util.UUID;

/** People who log in at a provider, each for the first time. */
record ProviderScenes(Browser browser) {

    static final String NAME = "github";

    static ProviderScenes of(Client outer) {
        return new ProviderScenes(new Browser(outer, TestServer.get().provider()));
    }

    /** What a browser shows when it comes back. */
    record Return(String query, String cookie) {}

    /** Returns what somebody shows who has logged in there. */
    Return consented() {
        Sent sent = begun("");
        String path = browser.path(sent);
        return new Return(path.substring(path.indexOf('?')), sent.cookie());
    }

    /** Returns the cookie of somebody who came back, and has no session yet. */
    String returned() {
        Sent sent = begun("?return_to=/console");
        browser.back(sent);
        return sent.cookie();
    }

    /** Links a login to somebody, and returns its id. */
    String linked(Client user) {
        somebodyNew();
        browser.back(Browser.sent(user.post("/api/v1/auth/provider/" + NAME + "/link", "{}")));
        return user.get("/api/v1/auth/identity").body().findValuesAsText("id").getLast();
    }

    private Sent begun(String query) {
        somebodyNew();
        return browser.begin(NAME, query);
    }

    private void somebodyNew() {
        String subject = Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 8);
        browser.provider().is(new Person(subject, subject + "@example.org", true));
    }
}
