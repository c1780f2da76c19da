package dev.berth.plugin.edge;

import dev.berth.spi.Default;
import dev.berth.spi.Help;
import java.net.URI;
import java.nio.file.Path;

/** How the edge is reached. */
record EdgeConfig(
        @Help("where the edge takes route tables") @Default("http://127.0.0.1:9913") URI url,
        @Help("the file that holds the edge's token") Path tokenFile) {}
