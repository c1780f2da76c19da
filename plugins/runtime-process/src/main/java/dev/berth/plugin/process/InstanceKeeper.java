package dev.berth.plugin.process;

import dev.berth.plugin.process.InstanceState.Failed;
import dev.berth.plugin.process.InstanceState.Up;
import dev.berth.plugin.process.InstanceState.Waiting;
import dev.berth.spi.OperationContext;
import dev.berth.spi.ReleaseSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps one instance running: starts it, watches it become ready, starts it again. */
record InstanceKeeper(
        InstanceStart start, InstanceEnd end, CpuBoost boost, Pace pace, Duration startTimeout) {

    private static final Duration SOON = Duration.ofMillis(5);
    private static final Duration PATIENT = Duration.ofSeconds(2);

    /**
     * Does the next thing for an instance that is wanted. Idempotent; under the release's fence.
     */
    InstanceState advance(
            ReleaseSpec spec, Place place, Instance instance, OperationContext context) {
        Optional<Session> session = instance.session();
        if (session.isPresent() && !session.get().leader().ofThisBoot()) {
            instance.forget();
            return start(spec, place, instance, context);
        }
        if (session.isPresent() && session.get().leader().alive()) {
            InstanceState state = running(spec, instance, session.get());
            boost.end(instance, spec.limits());
            return state;
        }
        if (session.isPresent() && session.get().alive()) {
            session.get().kill();
            return new Waiting("waiting for what " + name(instance) + " left running to end", SOON);
        }
        Optional<String> rejected = instance.rejected().read();
        if (rejected.isPresent()) {
            return new Failed(rejected.get());
        }
        return session.isPresent()
                ? ended(spec, place, instance, context)
                : start(spec, place, instance, context);
    }

    private InstanceState start(
            ReleaseSpec spec, Place place, Instance instance, OperationContext context) {
        instance.forgetRun();
        context.progress("starting " + name(instance));
        instance.started().write(pace.clock().instant().toString());
        start.begin(spec, place, instance, context);
        return new Waiting("waiting for " + name(instance) + " to start", SOON);
    }

    private InstanceState running(ReleaseSpec spec, Instance instance, Session session) {
        if (instance.stopped().exists() || instance.rejected().exists()) {
            end.advance(instance);
            Instant asked = end.askedAt(instance).orElse(pace.clock().instant());
            return new Waiting("waiting for " + name(instance) + " to stop", pace.since(asked));
        }
        int port = instance.port().orElse(0);
        return instance.ready().exists()
                ? again(instance, session, port)
                : becoming(spec, instance, session, port);
    }

    // its health decides until it is ready for the first time, then that it listens
    private InstanceState again(Instance instance, Session session, int port) {
        if (Readiness.accepts(port)) {
            instance.silent().delete();
            return new Up(port);
        }
        if (!instance.silent().exists()) {
            instance.silent().write(pace.clock().instant().toString());
        }
        Instant since = Instant.parse(instance.silent().read().orElseThrow());
        if (pace.age(since).compareTo(startTimeout) >= 0) {
            // its end counts as that of a program that died
            session.kill();
            return new Waiting("ending " + name(instance) + ", which does not listen", SOON);
        }
        return new Waiting(
                name(instance) + " no longer listens on port " + port, pace.since(since));
    }

    private InstanceState becoming(ReleaseSpec spec, Instance instance, Session session, int port) {
        Readiness readiness = Readiness.probe(spec.health(), port, session);
        if (readiness instanceof Readiness.Answers) {
            instance.ready().write(pace.clock().instant().toString());
            return new Up(port);
        }
        Duration age = pace.age(instance.startedAt());
        if (age.compareTo(startTimeout) >= 0) {
            String finding = readiness.lookAround(session).describe(port);
            reject(spec, instance, finding + " " + Exit.seconds(startTimeout) + " after its start");
            end.advance(instance);
            return new Waiting("waiting for " + name(instance) + " to stop", SOON);
        }
        Readiness detail = age.compareTo(PATIENT) < 0 ? readiness : readiness.lookAround(session);
        return new Waiting(
                "waiting for %s, which %s so far".formatted(name(instance), detail.describe(port)),
                pace.since(instance.startedAt()));
    }

    private InstanceState ended(
            ReleaseSpec spec, Place place, Instance instance, OperationContext context) {
        if (instance.stopped().exists()) {
            return start(spec, place, instance, context);
        }
        Exit exit = instance.exit();
        boolean ready = instance.ready().exists();
        Restarts before = instance.restarts();
        if (!ready && before.equals(Restarts.NONE)) {
            // nothing of ours lives: somebody took the port before the program could
            if (!instance.moved().exists() && Readiness.accepts(instance.port().orElse(0))) {
                instance.moved().write(exit.toString());
                return start(spec, place, instance, context);
            }
            String hint = exit.code() == 0 ? "; it has to stay in the foreground" : "";
            return new Failed(reject(spec, instance, exit + hint));
        }
        Restarts restarts = before.after(ready, exit.ran());
        if (restarts.hopeless()) {
            return new Failed(
                    reject(
                            spec,
                            instance,
                            exit + ", as in each of its last " + restarts.unready() + " starts"));
        }
        Duration left = restarts.pause().minus(pace.age(exit.end()));
        if (left.isPositive()) {
            return new Waiting(
                    "%s %s; starting it again soon".formatted(name(instance), exit), left);
        }
        instance.file("restarts").write(restarts.toString());
        return start(spec, place, instance, context);
    }

    private static String reject(ReleaseSpec spec, Instance instance, String finding) {
        String reason = finding + "; " + OutputExcerpt.of(instance, spec.secrets().values());
        instance.rejected().write(reason);
        return reason;
    }

    private static String name(Instance instance) {
        return "instance " + instance.number();
    }
}
