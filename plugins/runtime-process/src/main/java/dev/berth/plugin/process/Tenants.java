package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.INVALID;
import static dev.berth.spi.PluginException.Kind.UNAVAILABLE;

import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Which tenant has what: a user of its own, which no other ever gets, or else the whole runtime,
 * for as long as anything of it is there.
 */
final class Tenants {

    private final Path directory;
    private final Path users;
    private final Isolation isolation;

    Tenants(Path directory, Isolation isolation) {
        this.directory = directory;
        this.users = Trees.create(directory.resolve("users"));
        this.isolation = isolation;
    }

    /** Notes whose release it is, and returns as whom it runs; refuses a tenant too many. */
    Account admit(String tenant, ReleaseDirectory release, OperationContext context) {
        try (FileMutex _ = FileMutex.acquire(users.resolve("lock"), context)) {
            return switch (isolation) {
                case Isolation.Shared shared -> {
                    refuseSecond(tenant, release, shared);
                    note(tenant, release);
                    yield Account.SHARED;
                }
                case Isolation.PerTenant perTenant -> {
                    Account account = Account.of(user(tenant, perTenant.users()));
                    note(tenant, release);
                    account.admit(release.path());
                    yield account;
                }
            };
        }
    }

    private static void note(String tenant, ReleaseDirectory release) {
        Trees.create(release.path());
        if (!release.tenant().exists()) {
            release.tenant().write(tenant);
        }
    }

    private void refuseSecond(String tenant, ReleaseDirectory release, Isolation.Shared shared) {
        boolean other =
                ReleaseDirectory.all(directory).stream()
                        .filter(one -> !one.id().equals(release.id()))
                        .flatMap(one -> one.tenant().read().stream())
                        .anyMatch(owner -> !owner.equals(tenant));
        if (other) {
            throw new PluginException(
                    INVALID,
                    "cannot run release '%s': another tenant's workers run here, and nothing would keep the two apart (%s); ask the operator to run Berth as root, or a Berth of your own"
                            .formatted(release.id(), shared.message()));
        }
    }

    private long user(String tenant, UserRange range) {
        List<String> taken = Trees.names(users);
        return taken.stream()
                .filter(name -> Character.isDigit(name.charAt(0)))
                .filter(name -> owner(name).equals(tenant))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseGet(() -> next(tenant, range, taken));
    }

    private long next(String tenant, UserRange range, List<String> taken) {
        long user =
                LongStream.rangeClosed(range.first(), range.last())
                        .filter(one -> !taken.contains(Long.toString(one)))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new PluginException(
                                                UNAVAILABLE,
                                                "cannot give tenant '%s' a user: all from %d to %d are given away; an operator has to widen 'users'"
                                                        .formatted(
                                                                tenant,
                                                                range.first(),
                                                                range.last())));
        new StateFile(users.resolve(Long.toString(user))).write(tenant);
        return user;
    }

    private String owner(String user) {
        return new StateFile(users.resolve(user)).read().orElse("");
    }
}
