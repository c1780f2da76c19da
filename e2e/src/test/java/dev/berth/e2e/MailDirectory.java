package dev.berth.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The letters of a Berth without a mail server, as its operator reads them. */
record MailDirectory(Path directory) {

    private static final Pattern CODE = Pattern.compile("(?m)^ +([0-9]{6})$");

    static MailDirectory of(StartedBerth berth) {
        return new MailDirectory(berth.home().resolve("mail"));
    }

    /** Returns how many letters there are to an address. */
    long count(String email) {
        return letters().stream().filter(letter -> isTo(letter, email)).count();
    }

    /** Returns the codes in all letters. */
    List<String> codes() {
        return letters().stream()
                .flatMap(letter -> CODE.matcher(letter).results())
                .map(found -> found.group(1))
                .toList();
    }

    /** Waits for a letter to an address besides those that are there, and returns its code. */
    String code(String email, Runnable cause) {
        Matcher code = CODE.matcher(letter(email, cause));
        if (!code.find()) {
            throw new IllegalStateException("there is no code in the letter to " + email);
        }
        return code.group(1);
    }

    /** Waits for a letter to an address besides those that are there, and returns it. */
    String letter(String email, Runnable cause) {
        long before = count(email);
        cause.run();
        await().atMost(Duration.ofSeconds(10)).until(() -> count(email) > before);
        return newest(email).orElseThrow();
    }

    private Optional<String> newest(String email) {
        return letters().reversed().stream().filter(letter -> isTo(letter, email)).findFirst();
    }

    private static boolean isTo(String letter, String email) {
        return letter.startsWith("To: " + email + "\n");
    }

    private List<String> letters() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(MailDirectory::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
