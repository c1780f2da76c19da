package dev.berth.intent.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.model.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Checks the paths in one archive, each by itself and against the others. */
final class EntryPaths {

    private static final int LONGEST_PATH = 4096;
    private static final int LONGEST_NAME = 255;
    private static final int DEEPEST = 100;
    private static final int LONGEST_TOGETHER = 16 * 1024 * 1024;

    private final Set<String> files = new HashSet<>();
    private final TreeSet<String> all = new TreeSet<>();
    private int together;

    /** Returns the path of a directory as it is written shortest; empty for the top. */
    String directory(String entry) {
        String path = checked(entry);
        if (files.contains(path)) {
            throw refusal(entry, "is a file and a directory");
        }
        all.add(path);
        return path;
    }

    /** Returns the path of a file as it is written shortest. */
    String file(String entry) {
        String path = checked(entry);
        if (path.isEmpty()) {
            throw refusal(entry, "has no name");
        }
        if (!files.add(path)) {
            throw refusal(entry, "is in it twice");
        }
        String below = all.ceiling(path + "/");
        if (all.contains(path) || (below != null && below.startsWith(path + "/"))) {
            throw refusal(entry, "is a file and a directory");
        }
        all.add(path);
        return path;
    }

    private String checked(String entry) {
        together += entry.length();
        if (together > LONGEST_TOGETHER) {
            throw ArchiveCheck.refusal("its paths together are too long");
        }
        if (entry.getBytes(UTF_8).length > LONGEST_PATH) {
            throw refusal(entry, "has a path of more than " + LONGEST_PATH + " bytes");
        }
        if (entry.startsWith("/")) {
            throw refusal(entry, "has an absolute path");
        }
        String path = withoutDots(entry);
        if (!path.isEmpty()) {
            checkNames(entry, path.split("/", -1), path);
        }
        return path;
    }

    private static String withoutDots(String entry) {
        String path = entry;
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        if (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return path.equals(".") ? "" : path;
    }

    private void checkNames(String entry, String[] names, String path) {
        if (names.length > DEEPEST) {
            throw refusal(entry, "is nested more than " + DEEPEST + " deep");
        }
        int end = -1;
        for (String name : names) {
            checkName(entry, name);
            if (end >= 0 && files.contains(path.substring(0, end))) {
                throw refusal(entry, "is below a file");
            }
            end += 1 + name.length();
        }
    }

    private static void checkName(String entry, String name) {
        if (name.isEmpty()) {
            throw refusal(entry, "has an empty name in its path");
        }
        if (name.equals("..") || name.equals(".")) {
            throw refusal(entry, "has \"" + name + "\" in its path");
        }
        if (name.getBytes(UTF_8).length > LONGEST_NAME) {
            throw refusal(entry, "has a name of more than " + LONGEST_NAME + " bytes");
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw refusal(entry, "has a control character in its name");
        }
        if (name.indexOf('\uFFFD') >= 0) {
            throw refusal(entry, "has a name that is not UTF-8");
        }
    }

    private static Refusal refusal(String entry, String message) {
        return ArchiveCheck.refusal("the entry " + Shown.quoted(entry) + " " + message);
    }
}
