package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A file of {@code /proc/sys}. */
record KernelSetting(String path) {

    static final KernelSetting BOOT = new KernelSetting("/proc/sys/kernel/random/boot_id");
    static final KernelSetting PORTS = new KernelSetting("/proc/sys/net/ipv4/ip_local_port_range");

    /** Returns its value; empty where there is none. */
    Optional<String> value() {
        byte[] buffer = new byte[256];
        // the kernel answers one read alone, and Files begins with a read of one byte
        try (InputStream file = new FileInputStream(path)) {
            int length = file.read(buffer);
            return length < 0
                    ? Optional.empty()
                    : Optional.of(new String(buffer, 0, length, US_ASCII).strip());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
