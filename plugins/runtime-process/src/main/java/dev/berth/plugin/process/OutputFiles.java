package dev.berth.plugin.process;

import dev.berth.spi.LogLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One output of an instance: numbered files, of which a later one continues an earlier one byte by
 * byte. A file is complete when there is a later one.
 */
record OutputFiles(int instance, LogLine.Stream stream, Path directory) {

    private static final Pattern NAME = Pattern.compile("(stdout|stderr)\\.(\\d{9})\\.log");

    static List<OutputFiles> of(Instance instance) {
        return Stream.of(LogLine.Stream.values())
                .map(stream -> new OutputFiles(instance.number(), stream, instance.directory()))
                .toList();
    }

    /** Returns the number in a file's name. */
    static String digits(int number) {
        return String.format(Locale.ROOT, "%09d", number);
    }

    /** Returns the numbers of the files that are there, oldest first. */
    List<Integer> numbers() {
        return Trees.names(directory).stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .filter(name -> name.group(1).equals(prefix()))
                .map(name -> Integer.parseInt(name.group(2)))
                .sorted()
                .toList();
    }

    OptionalInt newest() {
        return numbers().stream().mapToInt(Integer::intValue).max();
    }

    OptionalInt after(int number) {
        return numbers().stream().mapToInt(Integer::intValue).filter(one -> one > number).min();
    }

    Path path(int number) {
        return directory.resolve(prefix() + "." + digits(number) + ".log");
    }

    long size(int number) {
        try {
            return Files.size(path(number));
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + path(number), failure);
        }
    }

    void delete(int number) {
        new StateFile(path(number)).delete();
    }

    /** Returns the file that says when the output had come how far. */
    Path marks() {
        return directory.resolve(prefix() + ".times");
    }

    private String prefix() {
        return stream.name().toLowerCase(Locale.ROOT);
    }
}
