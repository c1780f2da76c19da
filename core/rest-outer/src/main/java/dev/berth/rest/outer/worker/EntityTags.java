package dev.berth.rest.outer.worker;

import dev.berth.intent.worker.Expectation;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.Worker;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Entity tags of workers (RFC 9110): the generation, so that they say what is wanted. */
final class EntityTags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7e]*\"");
    private static final Pattern OURS = Pattern.compile("\"([0-9]{1,18})\"");

    private EntityTags() {}

    static String of(Worker worker) {
        return "\"" + worker.generation() + "\"";
    }

    /** Reads the header {@code If-Match}; empty where there is none. */
    static Expectation read(String header) {
        if (header.isBlank() || header.strip().equals("*")) {
            return Expectation.ANY;
        }
        List<String> tags = List.of(header.split(",", -1)).stream().map(String::strip).toList();
        if (!tags.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
            throw Refusal.of(
                    Refusal.Kind.MALFORMED,
                    "cannot read the header If-Match",
                    List.of(new Problem("", "must be * or entity tags, such as \"7\"")));
        }
        // a weak one matches nothing, nor does one that we never gave
        return Expectation.of(
                tags.stream()
                        .map(OURS::matcher)
                        .filter(Matcher::matches)
                        .map(tag -> Long.parseLong(tag.group(1)))
                        .collect(Collectors.toSet()));
    }
}
