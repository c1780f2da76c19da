package dev.berth.plugin.edge;

import dev.berth.spi.PluginContext;
import dev.berth.spi.Router;
import dev.berth.testkit.RouterTck;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeRouterTckIT extends RouterTck {

    private EdgeProcess edge;

    @BeforeAll
    void startEdge(@TempDir Path directory) {
        edge = EdgeProcess.start(directory);
    }

    @AfterAll
    void stopEdge() {
        edge.close();
    }

    @Override
    protected Router create(PluginContext context) {
        return new EdgeRouter(new EdgeConfig(edge.control(), edge.tokenFile()), context);
    }

    @Override
    protected URI address() {
        return edge.address();
    }
}
