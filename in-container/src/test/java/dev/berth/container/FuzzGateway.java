package dev.berth.container;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A gateway that is asked.
 *
 * @param document its routes
 * @param port where it is
 * @param token what opens it where no user is known
 * @param isOuter whether it is the one that users know
 */
record FuzzGateway(OpenApi document, int port, String token, boolean isOuter) {

    static FuzzGateway outer(Client management) {
        TestServer server = TestServer.get();
        return new FuzzGateway(OpenApi.of(management), server.ports().outer(), "", true);
    }

    /** Returns Inner, whose routes no running server describes. */
    static FuzzGateway inner() {
        TestServer server = TestServer.get();
        try (InputStream document = FuzzGateway.class.getResourceAsStream("/inner-openapi.json")) {
            return new FuzzGateway(
                    new OpenApi(new ObjectMapper().readTree(document)),
                    server.ports().inner(),
                    server.secrets().read(TestSecrets.SERVICE_TOKEN),
                    false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
