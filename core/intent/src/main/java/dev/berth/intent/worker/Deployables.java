package dev.berth.intent.worker;

import dev.berth.intent.source.ManifestReader;
import dev.berth.intent.source.SourceStore;
import dev.berth.intent.source.StoredSource;
import dev.berth.model.AppManifest;
import dev.berth.model.AppManifest.Component;
import dev.berth.model.Artifact;
import dev.berth.model.Caller;
import dev.berth.model.Health;
import dev.berth.model.PlannedDeploy;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.SourceId;
import dev.berth.model.Worker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a deployment comes to: from an image's name, or from the manifest of a source. */
public final class Deployables {

    private static final Pattern IMAGE = Pattern.compile("[a-z0-9][a-zA-Z0-9._/:@-]{0,254}");

    private final SourceStore sources;
    private final ManifestReader manifests;

    /** Creates it over where sources are kept. */
    public Deployables(SourceStore sources, ManifestReader manifests) {
        this.sources = sources;
        this.manifests = manifests;
    }

    /** Returns what {@code request} comes to. Needs a transaction. */
    Deployable of(Caller caller, Worker worker, DeployRequest request) {
        if (request.image().isPresent() == request.source().isPresent()) {
            throw Refusal.of(
                    Refusal.Kind.MALFORMED,
                    "cannot deploy",
                    List.of(new Problem("", "exactly one of image and source must be given")));
        }
        return request.source()
                .map(source -> ofSource(caller, worker, request, source))
                .orElseGet(() -> ofImage(worker, request, request.image().orElseThrow()));
    }

    private Deployable ofImage(Worker worker, DeployRequest request, String image) {
        mustBeImage(image);
        return new Deployable(
                new Artifact.Image(image),
                List.of(),
                new Health.Tcp(),
                request.port(),
                1,
                request.strategy().orElse(worker.settings().strategy()),
                Map.of());
    }

    private static void mustBeImage(String image) {
        if (!IMAGE.matcher(image).matches()) {
            throw Refusal.of(
                    Refusal.Kind.MALFORMED,
                    "cannot deploy",
                    List.of(new Problem("/image", "must be the name of a container image")));
        }
    }

    private Deployable ofSource(
            Caller caller, Worker worker, DeployRequest request, SourceId source) {
        StoredSource stored =
                sources.find(caller.tenant(), source).orElseThrow(() -> notUploaded(source));
        String text = stored.manifest().orElseThrow(() -> noManifest(source));
        Fitting fitting = fitting(text, worker);
        Component component = fitting.component();
        return new Deployable(
                new Artifact.Source(source, component.path()),
                component.command(),
                component.health(),
                request.port().isPresent() ? request.port() : component.port(),
                fitting.replicas(),
                request.strategy().orElse(fitting.strategy()),
                component.env());
    }

    /** Returns what the deploy of {@code request} would come to. */
    PlannedDeploy planned(Worker worker, PlanRequest request) {
        return switch (request.program()) {
            case PlanRequest.Image(String image) -> {
                mustBeImage(image);
                yield planned(worker, request, worker.settings().strategy(), 1);
            }
            case PlanRequest.Manifest(String text) -> {
                Fitting fitting = fitting(text, worker);
                yield planned(worker, request, fitting.strategy(), fitting.replicas());
            }
        };
    }

    private static PlannedDeploy planned(
            Worker worker, PlanRequest request, String strategy, int replicas) {
        return new PlannedDeploy(
                Optional.of(worker.id()),
                request.strategy().orElse(strategy),
                worker.settings().replicas(replicas));
    }

    private Fitting fitting(String text, Worker worker) {
        AppManifest manifest = manifests.read(text);
        Component component = component(manifest, worker);
        return new Fitting(
                component,
                component.strategy().orElse(worker.settings().strategy()),
                replicas(manifest, component, worker));
    }

    private static int replicas(AppManifest manifest, Component component, Worker worker) {
        int most = worker.settings().maxReplicas();
        if (component.replicas() > most) {
            throw impossible(
                    "/components/" + manifest.components().indexOf(component) + "/replicas",
                    "asks for "
                            + component.replicas()
                            + ", but worker '"
                            + worker.name()
                            + "' allows at most "
                            + most
                            + " (max_replicas)");
        }
        return component.replicas();
    }

    private static Component component(AppManifest manifest, Worker worker) {
        List<Component> components = manifest.components();
        return components.stream()
                .filter(component -> component.name().equals(worker.name()))
                .findAny()
                .or(() -> components.stream().filter(one -> components.size() == 1).findAny())
                .orElseThrow(
                        () ->
                                impossible(
                                        "/components",
                                        "none of the components is named '"
                                                + worker.name()
                                                + "' like the worker, and there are several"));
    }

    private static Refusal notUploaded(SourceId source) {
        return impossible(
                "/source", "'" + source + "' was not uploaded; PUT it to /api/v1/source first");
    }

    private static Refusal noManifest(SourceId source) {
        return impossible(
                "/source", "'" + source + "' has no app-manifest.json at its top; add one");
    }

    /** The component of a manifest that is a worker's, and what the worker makes of it. */
    private record Fitting(Component component, String strategy, int replicas) {}

    private static Refusal impossible(String pointer, String message) {
        return Refusal.of(
                Refusal.Kind.IMPOSSIBLE, "cannot deploy", List.of(new Problem(pointer, message)));
    }
}
