package dev.berth.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page of the documentation.
 *
 * @param language what it is written in
 * @param name the rest of the line that opens it: a file's name, or nothing
 * @param text its lines
 */
record PageBlock(String language, String name, String text) {

    private static final Pattern FENCED =
            Pattern.compile("(?ms)^```(\\w+)(?: (\\S+))?\\n(.*?)^```$");

    static List<PageBlock> of(String page) {
        List<PageBlock> blocks = new ArrayList<>();
        Matcher matcher = FENCED.matcher(page);
        while (matcher.find()) {
            String name = matcher.group(2) == null ? "" : matcher.group(2);
            blocks.add(new PageBlock(matcher.group(1), name, matcher.group(3)));
        }
        return blocks;
    }

    boolean isCommand() {
        return language.equals("sh") && name.isEmpty();
    }

    boolean isFile() {
        return !language.equals("sh") && !name.isEmpty();
    }
}
