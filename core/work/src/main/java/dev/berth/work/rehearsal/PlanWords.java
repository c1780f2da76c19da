package dev.berth.work.rehearsal;

import dev.berth.model.Plan.Shares;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Rollout;
import dev.berth.spi.Rollout.Member;
import dev.berth.spi.Step;
import java.time.Duration;
import java.util.StringJoiner;

/** Says for a person what the steps of a plan do. */
record PlanWords(ReleaseNames names) {

    private static final int ALL = 100;

    String scale(Step.Scale step, Rollout rollout) {
        int had = wanted(rollout, step.release());
        int more = step.replicas() - had;
        String release = names.name(step.release());
        if (had == 0) {
            return "start " + instances(more) + " of " + release;
        }
        return more > 0
                ? "start %s of %s, %d in all".formatted(more(more), release, step.replicas())
                : "stop %s of %s, %d stay".formatted(instances(-more), release, step.replicas());
    }

    private static int wanted(Rollout rollout, ReleaseId release) {
        return rollout.previous()
                .filter(previous -> previous.release().equals(release))
                .map(Member::wanted)
                .orElse(rollout.candidate().wanted());
    }

    private static String more(int count) {
        return count == 1 ? "1 more instance" : count + " more instances";
    }

    private static String instances(int count) {
        return count == 1 ? "1 instance" : count + " instances";
    }

    String shift(Shares shares, Rollout rollout) {
        if (shares.next() == ALL) {
            return "give the new release all of the traffic";
        }
        if (shares.previous() == ALL) {
            return "give the previous release all of the traffic";
        }
        if (shares.next() > 0) {
            return "give the new release %d %% of the traffic, leave the previous one %d %%"
                    .formatted(shares.next(), shares.previous());
        }
        return rollout.previous().isPresent()
                ? "take the traffic from the previous release: the service is interrupted"
                : "give the traffic to nobody";
    }

    /** What a strategy says itself counts on what it has seen so far, which here is made up. */
    String waited(Duration time, Shares shares, String phrase) {
        return shares.next() == 0
                ? "wait " + time(time) + ": " + phrase
                : "wait %s while the new release has %s of the traffic"
                        .formatted(time(time), share(shares.next()));
    }

    private static String share(int percent) {
        return percent == ALL ? "all" : percent + " %";
    }

    String promote(Shares shares) {
        return "wait until a developer promotes the new release, which has %s of the traffic;"
                        .formatted(share(shares.next()))
                + " what follows is counted from there";
    }

    String drain(ReleaseId release) {
        return "let " + names.name(release) + " answer what is in flight";
    }

    String stop(ReleaseId release) {
        return "stop " + names.name(release);
    }

    String rollBack(String reason) {
        return "go back: " + reason;
    }

    String finish() {
        return "end the rollout: the new release is in force";
    }

    /** Returns {@code time} as people write it, such as {@code 2 min 30 s}. */
    static String time(Duration time) {
        StringJoiner parts = new StringJoiner(" ");
        add(parts, time.toHours(), "h");
        add(parts, time.toMinutesPart(), "min");
        add(parts, time.toSecondsPart(), "s");
        add(parts, time.toMillisPart(), "ms");
        return parts.length() == 0 ? "0 s" : parts.toString();
    }

    private static void add(StringJoiner parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit);
        }
    }
}
