package dev.berth.rest.outer.worker;

import dev.berth.intent.worker.SeenRelease;
import dev.berth.intent.worker.WorkerDetails;
import dev.berth.model.Condition;
import java.util.List;
import java.util.Optional;

/**
 * A worker as a client sees it.
 *
 * @param worker the worker itself
 * @param url where it answers
 * @param versions some of its versions, newest first
 * @param total how many versions it has
 * @param conditions what else is worth knowing
 * @param releases what runs or has traffic
 * @param rollout how far it is that a release takes over; absent while none does
 */
public record WorkerDetailsView(
        WorkerView worker,
        String url,
        List<VersionView> versions,
        long total,
        List<ConditionView> conditions,
        List<ReleaseView> releases,
        Optional<RolloutView> rollout) {

    static WorkerDetailsView of(WorkerDetails details, PublicUrls urls) {
        return new WorkerDetailsView(
                WorkerView.of(details.seen()),
                urls.of(details.seen().worker().id()),
                details.versions().map(VersionView::of).items(),
                details.versions().total(),
                details.seen().status().conditions().stream().map(ConditionView::of).toList(),
                details.releases().stream().map(ReleaseView::of).toList(),
                RolloutView.of(details));
    }

    /** A condition as Kubernetes writes it. */
    public record ConditionView(String type, String status, String reason, String message) {

        static ConditionView of(Condition condition) {
            return new ConditionView(
                    condition.type(),
                    condition.status() ? "True" : "False",
                    condition.reason(),
                    condition.message());
        }
    }

    /** A release with its share of the traffic, in percent, and its instances. */
    public record ReleaseView(
            long release, long versionId, int weight, int replicas, int readyReplicas) {

        static ReleaseView of(SeenRelease seen) {
            return new ReleaseView(
                    seen.number(), seen.version(), seen.weight(), seen.wanted(), seen.ready());
        }
    }
}
