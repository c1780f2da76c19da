package dev.berth.intent.source;

import dev.berth.model.Refusal;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Tells regular files and directories from all that a source may not hold. */
final class EntryKind {

    private EntryKind() {}

    /** Returns whether {@code entry} is a directory; refuses it unless that or a regular file. */
    static boolean isDirectory(TarArchiveEntry entry) {
        if (entry.isSparse()) {
            throw refusal(entry, "a sparse file");
        }
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_OLDNORM, TarConstants.LF_NORMAL -> entry.getName().endsWith("/");
            case TarConstants.LF_DIR -> true;
            case TarConstants.LF_LINK -> throw refusal(entry, "a hard link");
            case TarConstants.LF_SYMLINK -> throw refusal(entry, "a symbolic link");
            case TarConstants.LF_CHR, TarConstants.LF_BLK -> throw refusal(entry, "a device");
            case TarConstants.LF_FIFO -> throw refusal(entry, "a named pipe");
            default -> throw refusal(entry, "of an unknown kind");
        };
    }

    private static Refusal refusal(TarArchiveEntry entry, String kind) {
        return ArchiveCheck.refusal(
                "the entry "
                        + Shown.quoted(entry.getName())
                        + " is "
                        + kind
                        + "; only regular files and directories can be uploaded");
    }
}
