package dev.berth.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outer's use cases see no server, no engine and no plugin. */
class ClassPathTest {

    private static final ClassLoader LOADER = ClassPathTest.class.getClassLoader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jakarta/ws/rs/GET.class",
                "jakarta/inject/Inject.class",
                "jakarta/persistence/Entity.class",
                "jakarta/enterprise/context/ApplicationScoped.class",
                "dev/berth/engine/Engine.class",
                "dev/berth/spi/Plugin.class"
            })
    void isNotToBeSeen(String name) {
        assertThat(LOADER.getResource(name)).isNull();
    }

    @Test
    void noJarOfThemIsOnTheClassPath() {
        List<String> jars =
                List.of(System.getProperty("java.class.path").split(File.pathSeparator));

        assertThat(jars)
                .anyMatch(jar -> jar.contains("model"))
                .noneMatch(jar -> jar.contains("jakarta"))
                .noneMatch(jar -> jar.contains("berth-engine") || jar.contains("core/engine/"))
                .noneMatch(jar -> jar.contains("berth-spi") || jar.contains("/spi/target"));
    }
}
