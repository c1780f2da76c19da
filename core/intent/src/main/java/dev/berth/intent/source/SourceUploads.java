package dev.berth.intent.source;

import dev.berth.intent.Transactions;
import dev.berth.intent.audit.Deed;
import dev.berth.intent.tenant.Quota;
import dev.berth.intent.tenant.Quotas;
import dev.berth.model.Caller;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes sources that developers upload. */
public final class SourceUploads {

    private final Transactions transactions;
    private final SourceStore sources;
    private final Quotas quotas;
    private final InstantSource clock;
    private final Spool spool;
    private final ArchiveCheck archives;

    /**
     * Creates it over where sources are kept. What is being uploaded is in files below {@code
     * directory}, which is for this process alone: what a crash left there is removed now.
     */
    public SourceUploads(
            Transactions transactions,
            SourceStore sources,
            Quotas quotas,
            InstantSource clock,
            Path directory) {
        this(
                transactions,
                sources,
                quotas,
                clock,
                new Spool(directory, ArchiveLimits.CONTRACT.packed(), Files::newOutputStream),
                new ArchiveCheck(ArchiveLimits.CONTRACT));
    }

    SourceUploads(
            Transactions transactions,
            SourceStore sources,
            Quotas quotas,
            InstantSource clock,
            Spool spool,
            ArchiveCheck archives) {
        this.transactions = transactions;
        this.sources = sources;
        this.quotas = quotas;
        this.clock = clock;
        this.spool = spool;
        this.archives = archives;
    }

    /**
     * Takes {@code body}, a gzipped tar archive whose SHA-256 is {@code sha256}; the caller closes
     * it. Idempotent: what the tenant uploaded before is not kept twice.
     */
    public Result upload(
            Caller caller, String sha256, InputStream body, OptionalLong declaredLength) {
        caller.mustBe(Role.DEVELOPER);
        SourceId id = SourceId.parse(sha256).orElseThrow(SourceUploads::noDigest);
        try (Spooled upload = spool.take(body, declaredLength)) {
            mustBe(id, upload);
            StoredSource source =
                    new StoredSource(
                            caller.tenant(), id, upload.size(), manifest(upload), clock.instant());
            return new Result(id, transactions.call(() -> addedNow(source, upload)));
        }
    }

    private static Refusal noDigest() {
        return Refusal.of(
                Refusal.Kind.MALFORMED,
                "cannot take the source",
                List.of(
                        new Problem(
                                "",
                                "its address must end in its SHA-256: 64 hexadecimal digits in"
                                        + " lower case")));
    }

    private static void mustBe(SourceId id, Spooled upload) {
        if (!upload.id().equals(id)) {
            throw ArchiveCheck.refusal(
                    "its digest is '" + upload.id() + "', but its address says '" + id + "'");
        }
    }

    private Optional<String> manifest(Spooled upload) {
        try (InputStream archive = upload.open()) {
            return archives.manifest(archive);
        } catch (IOException failed) {
            throw Spool.unavailable(failed);
        }
    }

    private boolean addedNow(StoredSource source, Spooled upload) {
        Deed.on("source", source.id()).changed("size", upload.size());
        if (sources.has(source.tenant(), source.id())) {
            return false;
        }
        quotas.mustFit(source.tenant(), Quota.SOURCE_BYTES, source.size());
        try (InputStream archive = upload.open()) {
            sources.add(source, archive);
            return true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * What an upload answers.
     *
     * @param id the source
     * @param created whether it was new to the tenant
     */
    public record Result(SourceId id, boolean created) {}
}
