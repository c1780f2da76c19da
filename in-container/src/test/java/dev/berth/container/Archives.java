package dev.berth.container;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Makes sources: an archive of one small file. */
final class Archives {

    private static final int BLOCK = 512;

    private Archives() {}

    /** Returns a source whose manifest has that name. */
    static byte[] source(String name) {
        return gzip(
                tar(
                        "app-manifest.json",
                        "{\"appName\": \"%s\", \"components\": [{\"name\": \"app\", \"type\": \"backend\", \"command\": [\"true\"]}]}"
                                .formatted(name)));
    }

    private static byte[] tar(String name, String text) {
        byte[] content = text.getBytes(UTF_8);
        byte[] tar = new byte[BLOCK * (4 + content.length / BLOCK)];
        put(tar, 0, name);
        put(tar, 100, "0000644");
        put(tar, 108, "0000000");
        put(tar, 116, "0000000");
        put(tar, 124, "%011o".formatted(content.length));
        put(tar, 136, "%011o".formatted(0));
        put(tar, 148, "        0");
        put(tar, 257, "ustar");
        put(tar, 263, "00");
        int sum = 0;
        for (byte one : Arrays.copyOf(tar, BLOCK)) {
            sum += one;
        }
        put(tar, 148, "%06o".formatted(sum));
        tar[154] = 0;
        System.arraycopy(content, 0, tar, BLOCK, content.length);
        return tar;
    }

    private static void put(byte[] tar, int offset, String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        System.arraycopy(bytes, 0, tar, offset, bytes.length);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return packed.toByteArray();
    }
}
