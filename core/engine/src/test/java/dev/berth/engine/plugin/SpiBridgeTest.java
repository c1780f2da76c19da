package dev.berth.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.engine.JarBuilder;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The bridge repeats what the SPI's own descriptor says. */
class SpiBridgeTest {

    private final ModuleDescriptor spi =
            ModuleFinder.of(JarBuilder.spi()).find(SpiBridge.MODULE).orElseThrow().descriptor();

    @Test
    void itExportsWhatTheSpiExports() {
        ModuleDescriptor bridge =
                new SpiBridge().layer().findModule(SpiBridge.MODULE).orElseThrow().getDescriptor();

        assertThat(bridge.exports().stream().map(Exports::source).collect(Collectors.toSet()))
                .isEqualTo(spi.exports().stream().map(Exports::source).collect(Collectors.toSet()));
    }

    @Test
    void itHasTheMajorVersionOfTheSpi() {
        assertThat(spi.rawVersion().orElseThrow()).startsWith(SpiBridge.MAJOR + ".");
    }
}
