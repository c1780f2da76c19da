package dev.berth.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What is in a WAR.
 *
 * @param entries the content of each file by its path
 */
record War(Map<String, byte[]> entries) {

    private static final String LIBRARIES = "WEB-INF/lib/";

    static War read(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return new War(unzip(content));
        }
    }

    /** Returns the names of the jars in it, without their versions. */
    Set<String> libraries() {
        return entries.keySet().stream()
                .filter(path -> path.startsWith(LIBRARIES))
                .map(path -> path.substring(LIBRARIES.length()).replaceFirst("-\\d.*", ""))
                .collect(Collectors.toSet());
    }

    /** Returns Berth's own classes, each with the text of its names and constants. */
    Map<String, String> classes() throws IOException {
        Map<String, String> classes = new TreeMap<>();
        collect(entries, classes);
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (entry.getKey().startsWith(LIBRARIES + "berth-")) {
                collect(unzip(new ByteArrayInputStream(entry.getValue())), classes);
            }
        }
        return classes;
    }

    private static void collect(Map<String, byte[]> files, Map<String, String> classes) {
        files.forEach(
                (path, content) -> {
                    if (path.endsWith(".class")) {
                        classes.put(path, new String(content, ISO_8859_1));
                    }
                });
    }

    private static Map<String, byte[]> unzip(InputStream content) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        ZipInputStream zip = new ZipInputStream(content);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
