package dev.berth.model;

import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads quantities as Kubernetes writes them: {@code 1}, {@code 250m}, {@code 500Mi}, {@code 2Gi}.
 */
public final class Quantity {

    private static final Pattern CPU =
            Pattern.compile("(?<millis>[1-9][0-9]{0,5})m|(?<cores>[1-9][0-9]{0,2})");
    private static final Pattern BYTES =
            Pattern.compile("(?<count>[1-9][0-9]{0,5})(?<unit>Ki|Mi|Gi|Ti)");
    private static final Map<String, Integer> SHIFT =
            Map.of("Ki", 10, "Mi", 20, "Gi", 30, "Ti", 40);

    private Quantity() {}

    /** Returns the thousandths of a core that {@code text} says; empty for other text. */
    public static OptionalLong cpuMillis(String text) {
        Matcher matcher = CPU.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        String millis = matcher.group("millis");
        return OptionalLong.of(
                millis == null
                        ? Long.parseLong(matcher.group("cores")) * 1000
                        : Long.parseLong(millis));
    }

    /** Returns the bytes that {@code text} says; empty for other text. */
    public static OptionalLong bytes(String text) {
        Matcher matcher = BYTES.matcher(text);
        return matcher.matches()
                ? OptionalLong.of(
                        Long.parseLong(matcher.group("count")) << SHIFT.get(matcher.group("unit")))
                : OptionalLong.empty();
    }
}
