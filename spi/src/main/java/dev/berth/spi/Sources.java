package dev.berth.spi;

import java.io.InputStream;

/** Gives access to uploaded sources. Safe for use by several threads. */
@FunctionalInterface
public interface Sources {

    /**
     * Opens the source {@code digest} as the gzipped tar archive that was uploaded; the caller
     * closes it. Only regular files and directories are in it, no path leaves it, and its size and
     * digest were checked at the upload.
     *
     * @throws PluginException of kind {@code INVALID} where there is no such source, {@code
     *     UNAVAILABLE} where it cannot be read now
     */
    InputStream open(SourceDigest digest);
}
