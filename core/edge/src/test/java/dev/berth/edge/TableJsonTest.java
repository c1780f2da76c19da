package dev.berth.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Route;
import dev.berth.spi.RouteTable;
import dev.berth.spi.Traffic;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableJsonTest {

    private static final ReleaseId RELEASE = new ReleaseId("0123abcd", 7);

    @Test
    void tableIsRead() {
        String json =
                """
                {"revision":3,"routes":[{"host":"a.localhost","targets":[{"release":"0123abcd-7",
                "weight":100,"endpoints":[{"uri":"http://127.0.0.1:2000","headers":{"Host":"b"}}]}]}]}
                """;

        Endpoint endpoint = new Endpoint(URI.create("http://127.0.0.1:2000"), Map.of("Host", "b"));
        Route.Target target = new Route.Target(RELEASE, 100, List.of(endpoint));
        assertThat(read(json))
                .isEqualTo(new RouteTable(3, Set.of(new Route("a.localhost", List.of(target)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{'revision':0,'routes':[]}",
                "{'revision':'1','routes':[]}",
                "{'revision':1.5,'routes':[]}",
                "{'revision':1}",
                "{'revision':1,'routes':{}}",
                "{'revision':1,'routes':[null]}",
                "{'revision':1,'routes':[1]}",
                "{'revision':1,'routes':[{'host':'A','targets':[]}]}",
                "{'revision':1,'routes':[{'host':'a:80','targets':[]}]}",
                "{'revision':1,'routes':[{'host':'','targets':[]}]}",
                "{'revision':1,'routes':[{'host':'a','targets':[]},{'host':'a','targets':[]}]}",
                "{'revision':1,'routes':[{'host':'a','targets':[{'release':'x','weight':1,'endpoints':[]}]}]}",
                "{'revision':1,'routes':[{'host':'a','targets':[{'release':'0123abcd-7','weight':-1,'endpoints':[]}]}]}",
                "{'revision':1,'routes':[{'host':'a','targets':[{'release':'0123abcd-7','weight':1,'endpoints':[{'uri':'ftp://a'}]}]}]}",
                "{'revision':1,'routes':[{'host':'a','targets':[{'release':'0123abcd-7','weight':1,'endpoints':[{'uri':'::'}]}]}]}",
                "{'revision':1,'routes':[{'host':'a','targets':[{'release':'0123abcd-7','weight':1,'endpoints':[{'uri':'http://a:1','headers':{'X':1}}]}]}]}"
            })
    void whatIsNoTableIsRefusedWithAReason(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(json.replace('\'', '"')))
                .extracting(Throwable::getMessage)
                .asString()
                .isNotBlank();
    }

    @Test
    void reportIsWritten() {
        Traffic traffic = new Traffic(1, 2, 3, Duration.ofNanos(1_500_000));

        String json =
                TableJson.write(new Report(9, Map.of(RELEASE, new Seen(traffic, 4)))).toString();

        assertThat(json)
                .isEqualTo(
                        "{\"revision\":9,\"traffic\":{\"0123abcd-7\":{\"in_flight\":1,\"streams\":4,\"requests\":2,"
                                + "\"errors\":3,\"latency_ms\":1.5}}}");
    }

    private static RouteTable read(String json) {
        return TableJson.read(json.getBytes(UTF_8));
    }
}
