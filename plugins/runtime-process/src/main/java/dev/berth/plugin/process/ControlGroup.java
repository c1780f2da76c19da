package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One control group: a directory of the kernel's. */
record ControlGroup(Path path) {

    private static final int LOOKS = 100;
    private static final long LOOK_NANOS = 5_000_000;

    /**
     * Makes it, where it is not there, and sets what is in {@code settings}; a name that begins
     * with a question mark is passed over where the kernel has no such file. Idempotent.
     */
    void create(Map<String, String> settings) throws IOException {
        Files.createDirectories(path);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            boolean optional = setting.getKey().startsWith("?");
            String name = optional ? setting.getKey().substring(1) : setting.getKey();
            if (!optional || Files.exists(path.resolve(name))) {
                write(name, setting.getValue());
            }
        }
    }

    void write(String name, String value) throws IOException {
        // the kernel's files are there already, and cannot be cut short
        Files.writeString(
                path.resolve(name),
                value,
                US_ASCII,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }

    /** Returns the living processes in it. */
    Set<Long> processes() {
        return read("cgroup.procs").stream()
                .flatMap(text -> Stream.of(text.split("\\s+", -1)))
                .filter(word -> !word.isEmpty())
                .map(Long::valueOf)
                .filter(process -> ProcessTable.find(process).isPresent())
                .collect(Collectors.toSet());
    }

    /** Keeps its processes from making more, and ends them at once where the kernel can. */
    void kill() {
        for (Map.Entry<String, String> order :
                Map.of("pids.max", "0", "cgroup.kill", "1").entrySet()) {
            try {
                if (Files.exists(path.resolve(order.getKey()))) {
                    write(order.getKey(), order.getValue());
                }
            } catch (IOException gone) {
                // each is killed by itself as well
            }
        }
    }

    /** Returns the number that follows {@code word} in file {@code name}. */
    OptionalLong count(String name, String word) {
        return read(name).stream()
                .flatMap(String::lines)
                .map(line -> line.split("\\s+", 2))
                .filter(fields -> fields.length == 2 && fields[0].equals(word))
                .mapToLong(fields -> Long.parseLong(fields[1].strip()))
                .findFirst();
    }

    /** Returns the number in file {@code name}. */
    OptionalLong number(String name) {
        return read(name).stream()
                .filter(text -> text.matches("[0-9]{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(path.resolve(name), US_ASCII).strip());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Removes it; returns whether it is gone, which it is not while anything of it ends. */
    boolean remove() {
        try {
            Files.deleteIfExists(path);
            return true;
        } catch (IOException busy) {
            return false;
        }
    }

    /** Ends what is in it and removes it, as far as that is done in a moment. Idempotent. */
    void end() {
        for (int look = 0; look < LOOKS && !remove(); look++) {
            kill();
            Signals.send("KILL", processes().stream().map(String::valueOf).toList());
            LockSupport.parkNanos(LOOK_NANOS);
        }
        // Berth's own, which stays while another instance has a group in it
        new ControlGroup(path.getParent()).remove();
    }
}
