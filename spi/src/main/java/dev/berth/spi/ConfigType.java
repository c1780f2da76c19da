package dev.berth.spi;

/**
 * Names the record that an instance's configuration is bound to. Its components may be {@link
 * String}, {@code int}, {@code long}, {@code boolean}, {@code double}, {@link java.time.Duration}
 * ({@code 10s}, {@code 5m}), {@link java.nio.file.Path}, {@link java.net.URI}, {@link Secret}, an
 * enum, an {@link java.util.Optional} or a {@link java.util.List} of these. The key of component
 * {@code keepPrevious} is {@code keep-previous}. A component without {@link Default} that is not
 * optional is required. The record's package needs no {@code opens}.
 *
 * @param <C> the record
 */
public record ConfigType<C extends Record>(Class<C> type) {

    /** Returns the configuration type of record {@code type}. */
    public static <C extends Record> ConfigType<C> of(Class<C> type) {
        return new ConfigType<>(type);
    }
}
