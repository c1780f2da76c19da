package dev.berth.intent.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Reads tar with the one check that its entries no longer show. */
final class SourceTar extends TarArchiveInputStream {

    private static final int RECORD = TarConstants.DEFAULT_RCDSIZE;

    SourceTar(InputStream unpacked) {
        // in blocks of one record, so that nothing after the end is skipped unseen
        super(unpacked, RECORD, RECORD, UTF_8.name());
    }

    /** Returns the long name of an entry, which the library would make relative without a word. */
    @Override
    protected byte[] getLongNameData() throws IOException {
        byte[] name = super.getLongNameData();
        if (name != null && name.length > 0 && name[0] == '/') {
            throw ArchiveCheck.refusal(
                    "the entry " + Shown.quoted(new String(name, UTF_8)) + " has an absolute path");
        }
        return name;
    }
}
