package dev.berth.plugin.process;

import dev.berth.plugin.process.InstanceState.Waiting;
import dev.berth.spi.Artifact;
import dev.berth.spi.Condition;
import dev.berth.spi.OperationContext;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.ReleaseState.Gone;
import dev.berth.spi.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps as many instances of a release as are wanted. Every call is under the release's fence. */
record ReleaseKeeper(
        Sources sources,
        InstanceKeeper instances,
        InstanceEnd end,
        Pace pace,
        PortLeases ports,
        Tenants tenants,
        List<Condition> conditions) {

    /** Does the next thing towards {@code desired}. Idempotent. */
    ReleaseState advance(ReleaseSpec desired, ReleaseDirectory release, OperationContext context) {
        List<InstanceState> states =
                new ArrayList<>(endSurplus(release, desired.replicas(), context));
        if (desired.replicas() == 0) {
            return Summary.of(states, conditions);
        }
        Place place = new Place(release, tenants.admit(desired.tenant(), release, context));
        unpack(desired, release, context);
        for (int number = 1; number <= desired.replicas(); number++) {
            Instance instance = release.instance(number);
            Trees.create(instance.directory());
            states.add(instances.advance(desired, place, instance, context));
        }
        return Summary.of(states, conditions);
    }

    /** Ends every instance, then removes what was kept. Idempotent. */
    ReleaseState delete(ReleaseDirectory release, OperationContext context) {
        List<InstanceState> ending = endSurplus(release, 0, context);
        if (!ending.isEmpty()) {
            return Summary.of(ending, conditions);
        }
        Trees.delete(release.path());
        return new Gone();
    }

    private List<InstanceState> endSurplus(
            ReleaseDirectory release, int wanted, OperationContext context) {
        List<InstanceState> ending = new ArrayList<>();
        for (Instance instance : release.instances()) {
            if (instance.number() > wanted) {
                if (end.advance(instance)) {
                    retire(instance, context);
                } else {
                    ending.add(stopping(instance));
                }
            }
        }
        return ending;
    }

    private InstanceState stopping(Instance instance) {
        Instant asked = end.askedAt(instance).orElse(pace.clock().instant());
        return new Waiting(
                "waiting for instance " + instance.number() + " to stop", pace.since(asked));
    }

    private void retire(Instance instance, OperationContext context) {
        if (instance.port().isPresent()) {
            ports.release(instance, context);
        }
        instance.forget();
    }

    private void unpack(ReleaseSpec desired, ReleaseDirectory release, OperationContext context) {
        if (!(desired.artifact() instanceof Artifact.Source source)
                || Files.isDirectory(release.app())) {
            return;
        }
        context.progress("unpacking the source");
        try (InputStream archive = sources.open(source.digest())) {
            SourceUnpacker.unpack(archive, release.app(), desired.limits().diskBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close the source " + source.digest(), failure);
        }
    }
}
