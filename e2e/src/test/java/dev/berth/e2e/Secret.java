package dev.berth.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a Berth, or somebody who uses it, keeps to himself.
 *
 * @param kind decides where it may stand
 * @param name says which it is to those who are not to see it
 * @param value the secret itself
 */
record Secret(Kind kind, String name, String value) {

    /** Whose secret it is. */
    enum Kind {
        /** The Berth's own. */
        HOME,
        /** Somebody's password, token or key. */
        ACCOUNT,
        /** The six digits of a letter. */
        CODE,
        /** What a program was given by its owner. */
        WORKER
    }

    private static final int ENOUGH = 12;
    private static final int KEY = 43;
    private static final String CODE = "[0-9]{6}";

    Secret {
        boolean enough = kind == Kind.CODE ? value.matches(CODE) : value.length() >= ENOUGH;
        if (!enough) {
            throw new IllegalArgumentException(
                    "cannot look for '%s': it would be found by chance; take a longer one"
                            .formatted(name));
        }
    }

    /** Returns how it may be written: plainly, in base64 within any other text, as digits. */
    Stream<byte[]> forms() {
        byte[] bytes = value.getBytes(UTF_8);
        if (kind == Kind.CODE) {
            return Stream.of(bytes);
        }
        Stream<byte[]> plain = Stream.concat(Stream.of(bytes), key());
        Stream<String> encoded =
                Stream.concat(
                        plain.map(HexFormat.of()::formatHex),
                        IntStream.range(0, 3).boxed().flatMap(shift -> base64(bytes, shift)));
        return Stream.concat(
                Stream.concat(Stream.of(bytes), key()), encoded.map(form -> form.getBytes(UTF_8)));
    }

    /** Returns what Berth makes the text of: 32 bytes. */
    private Stream<byte[]> key() {
        return value.matches("[0-9A-Za-z_-]{" + KEY + "}")
                ? Stream.of(Base64.getUrlDecoder().decode(value))
                : Stream.empty();
    }

    /** Returns the digits that stand for it alone, where {@code shift} other bytes are before. */
    private static Stream<String> base64(byte[] bytes, int shift) {
        byte[] shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        int first = (shift * 8 + 5) / 6;
        int end = shifted.length * 8 / 6;
        return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .map(encoder -> Arrays.copyOfRange(encoder.encode(shifted), first, end))
                .map(digits -> new String(digits, ISO_8859_1))
                .distinct();
    }
}
