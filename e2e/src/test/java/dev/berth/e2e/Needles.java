package dev.berth.e2e;

import dev.berth.e2e.Secret.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for many secrets at once, in whatever form. */
final class Needles {

    private static final class Needle {

        private final Secret secret;
        private final byte[] bytes;

        private Needle(Secret secret, byte[] bytes) {
            this.secret = secret;
            this.bytes = bytes;
        }

        /** A code is six digits by themselves: others are parts of numbers and of times. */
        private boolean isAt(byte[] hay, int at) {
            int end = at + bytes.length;
            return end <= hay.length
                    && Arrays.equals(hay, at, end, bytes, 0, bytes.length)
                    && (secret.kind() != Kind.CODE || (isEdge(hay, at - 1) && isEdge(hay, end)));
        }

        private static boolean isEdge(byte[] hay, int at) {
            return at < 0 || at == hay.length || EDGES.indexOf(hay[at]) >= 0;
        }
    }

    private static final String EDGES = " \t\r\n\"'=:,;&?{}()[]";

    /** By their first two bytes. */
    private final Map<Integer, List<Needle>> needles = new HashMap<>();

    // asked at every byte
    private final boolean[] begins = new boolean[1 << 16];

    Needles(Set<Secret> secrets) {
        secrets.forEach(secret -> secret.forms().forEach(bytes -> add(new Needle(secret, bytes))));
    }

    private void add(Needle needle) {
        int first = pair(needle.bytes, 0);
        needles.computeIfAbsent(first, _ -> new ArrayList<>()).add(needle);
        begins[first] = true;
    }

    /** Returns those that {@code hay} shows. */
    Set<Secret> in(byte[] hay) {
        Set<Secret> found = new HashSet<>();
        for (int at = 0; at + 1 < hay.length; at++) {
            int pair = pair(hay, at);
            if (begins[pair]) {
                collect(hay, at, needles.get(pair), found);
            }
        }
        return found;
    }

    private static void collect(byte[] hay, int at, List<Needle> needles, Set<Secret> found) {
        for (Needle needle : needles) {
            if (needle.isAt(hay, at)) {
                found.add(needle.secret);
            }
        }
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }
}
