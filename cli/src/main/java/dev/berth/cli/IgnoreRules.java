package dev.berth.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a directory is not packed: {@code .git}, and what {@code .berthignore} names in the words
 * of {@code .gitignore}; the last rule that matches decides.
 */
final class IgnoreRules {

    static final String FILE = ".berthignore";

    private final List<Rule> rules;

    private IgnoreRules(List<Rule> rules) {
        this.rules = rules;
    }

    static IgnoreRules of(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return parse(List.of());
        }
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.INVALID, "cannot read '%s': %s".formatted(file, Reason.of(e)), e);
        }
    }

    static IgnoreRules parse(List<String> lines) {
        return new IgnoreRules(
                Stream.concat(Stream.of(".git"), lines.stream())
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(Rule::parse)
                        .toList());
    }

    /** Tells of a path from the directory, parted by slashes; what is under it is not asked for. */
    boolean ignores(String path, boolean directory) {
        boolean ignored = false;
        for (Rule rule : rules) {
            if (rule.matches(path, directory)) {
                ignored = !rule.kept();
            }
        }
        return ignored;
    }

    private record Rule(Pattern pattern, boolean directoriesOnly, boolean kept) {

        static Rule parse(String line) {
            boolean kept = line.startsWith("!");
            String glob = kept ? line.substring(1) : line;
            boolean directoriesOnly = glob.endsWith("/");
            glob = directoriesOnly ? glob.substring(0, glob.length() - 1) : glob;
            boolean anchored = glob.contains("/");
            String regex = (anchored ? "" : "(?:.*/)?") + regex(glob.replaceFirst("^/", ""));
            return new Rule(Pattern.compile(regex), directoriesOnly, kept);
        }

        boolean matches(String path, boolean directory) {
            return (directory || !directoriesOnly) && pattern.matcher(path).matches();
        }

        private static String regex(String glob) {
            StringBuilder regex = new StringBuilder();
            int at = 0;
            while (at < glob.length()) {
                if (glob.startsWith("**/", at)) {
                    regex.append("(?:.*/)?");
                    at += 3;
                } else if (glob.startsWith("**", at)) {
                    regex.append(".*");
                    at += 2;
                } else {
                    regex.append(one(glob.charAt(at)));
                    at += 1;
                }
            }
            return regex.toString();
        }

        private static String one(char sign) {
            return switch (sign) {
                case '*' -> "[^/]*";
                case '?' -> "[^/]";
                default -> Pattern.quote(String.valueOf(sign));
            };
        }
    }
}
