package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.spi.Default;
import dev.berth.spi.Help;
import dev.berth.spi.PluginException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessConfigTest {

    @Test
    void theKeysAndTheirDefaultsStay() {
        Map<String, String> defaults = new LinkedHashMap<>();
        for (RecordComponent component : ProcessConfig.class.getRecordComponents()) {
            Default value = component.getAnnotation(Default.class);
            defaults.put(component.getName(), value == null ? "-" : value.value());
        }

        assertThat(defaults)
                .containsExactly(
                        Map.entry("directory", "-"),
                        Map.entry("ports", "20000-29999"),
                        Map.entry("startTimeout", "60s"),
                        Map.entry("stopGrace", "10s"),
                        Map.entry("javaHome", "-"),
                        Map.entry("users", "2000000000-2000065535"),
                        Map.entry("cgroups", "auto"),
                        Map.entry("cgroupRoot", "-"),
                        Map.entry("maxProcesses", "512"),
                        Map.entry("cpuBoost", "10s"),
                        Map.entry("logMaxBytes", "10485760"),
                        Map.entry("logFiles", "3"));
        assertThat(Arrays.stream(ProcessConfig.class.getRecordComponents()))
                .allMatch(component -> component.isAnnotationPresent(Help.class));
    }

    @Test
    void theExtensionIsNamedProcess() {
        assertThat(new ProcessPlugin().extensions())
                .singleElement()
                .satisfies(extension -> assertThat(extension.name()).isEqualTo("process"));
    }

    @Test
    void aRangeThatIsNoneIsRefused() {
        assertThatThrownBy(() -> PortRange.parse("20000"))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("cannot use the port range '20000'; write it as first-last");
        assertThatThrownBy(() -> PortRange.parse("30000-20000"))
                .isInstanceOf(PluginException.class);
    }

    @Test
    void aRangeThatTheKernelHandsOutIsRefused() {
        Host host = new Host(new PortRange(32768, 60999));

        assertThatThrownBy(() -> host.check(new PortRange(40000, 40010)))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("the kernel hands them out itself (32768-60999)");
    }
}
