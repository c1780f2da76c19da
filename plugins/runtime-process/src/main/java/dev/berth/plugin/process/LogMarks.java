package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How far one output had come, and when: a small file beside it, a line per mark. */
record LogMarks(OutputFiles output) {

    // of an hour without a pause, and thinner of the time before
    static final int MOST = 7_200;

    private static final Pattern MARK = Pattern.compile("(?m)^(\\d{1,18}) (\\d{1,9}) (\\d{1,18})$");
    private static final int LONGEST = 48;

    private record Mark(long millis, LogPlace place) {

        static Mark of(MatchResult line) {
            return new Mark(
                    Long.parseLong(line.group(1)),
                    new LogPlace(Integer.parseInt(line.group(2)), Long.parseLong(line.group(3))));
        }

        String line() {
            return "%d %d %d\n".formatted(millis, place.number(), place.position());
        }
    }

    /** Notes that the output had come to {@code place} at {@code now}. */
    void add(Instant now, LogPlace place) {
        // a millisecond later: in the one that has begun, more may be written
        String line = new Mark(now.toEpochMilli() + 1, place).line();
        try {
            Files.writeString(
                    file(), line, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (Files.size(file()) > (long) MOST * LONGEST / 2) {
                thin();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file(), failure);
        }
    }

    /** Returns where the line begins that was being written at {@code since}, or before it. */
    LogPlace place(Instant since) {
        return marks().stream()
                .filter(mark -> mark.millis() <= since.toEpochMilli())
                .map(Mark::place)
                .reduce(LogPlace.START, LogPlace::later)
                .lineStart(output);
    }

    /** Forgets every second mark of the older half, and those in files that are deleted. */
    private void thin() {
        List<Mark> all = marks();
        int oldest = output.numbers().stream().findFirst().orElse(0);
        List<Mark> left = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            boolean recent = index >= all.size() / 2;
            boolean there = all.get(index).place().number() >= oldest;
            if (there && (recent || index % 2 == 0)) {
                left.add(all.get(index));
            }
        }
        new StateFile(file()).write(String.join("", left.stream().map(Mark::line).toList()));
    }

    private List<Mark> marks() {
        try {
            return MARK.matcher(Files.readString(file())).results().map(Mark::of).toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file(), failure);
        }
    }

    private Path file() {
        return output.marks();
    }
}
