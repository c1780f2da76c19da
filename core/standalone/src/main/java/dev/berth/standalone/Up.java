package dev.berth.standalone;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.console.Progress;
import dev.berth.standalone.home.CliSettings;
import dev.berth.standalone.home.Secrets;
import dev.berth.standalone.network.Addresses;
import dev.berth.standalone.network.Port;
import dev.berth.standalone.network.PortCheck;
import dev.berth.standalone.process.ChildProcess;
import dev.berth.standalone.process.Leftovers;
import dev.berth.standalone.process.Program;
import dev.berth.standalone.server.Settings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** One life of Berth, from its start until it is told to stop. */
record Up(Plan plan, Progress progress) {

    private static final Logger LOG = System.getLogger(Up.class.getName());
    private static final List<Port> EDGE = List.of(Port.EDGE, Port.EDGE_CONTROL);

    /** Runs until the process is asked to end; {@code lock} is freed then. */
    int run(HomeLock lock) throws InterruptedException {
        Instant since = progress.clock().instant();
        progress.say("Starting Berth in " + plan.home().root());
        Optional<ChildProcess> edge = plan.edge().adoptable();
        new Leftovers(plan.home()).stop(leftovers(edge), progress);
        checkPorts(edge);
        plan.secrets().prepare();
        CliSettings.write(
                plan.home(), plan.addresses().outer(), plan.secrets().value(Secrets.CLI_TOKEN));
        Standalone standalone = new Standalone(plan, progress);
        CountDownLatch told = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stop(standalone, lock, told), "stop"));
        try {
            standalone.start(edge);
        } catch (LauncherException failure) {
            if (told.getCount() == 0) {
                return ExitCode.OK;
            }
            LOG.log(Level.ERROR, "cannot start Berth", failure);
            throw failure;
        }
        welcome(since);
        told.await();
        return ExitCode.OK;
    }

    private void stop(Standalone standalone, HomeLock lock, CountDownLatch told) {
        told.countDown();
        Instant since = progress.clock().instant();
        progress.say("Stopping Berth");
        standalone.close();
        lock.close();
        progress.say("Berth has stopped after %s s".formatted(progress.seconds(since)));
    }

    private static List<Program> leftovers(Optional<ChildProcess> edge) {
        return Arrays.stream(Program.values())
                .filter(program -> program != Program.EDGE || edge.isEmpty())
                .toList();
    }

    private void checkPorts(Optional<ChildProcess> edge) {
        List<Port> needed =
                Stream.of(Port.values())
                        .filter(port -> edge.isEmpty() || !EDGE.contains(port))
                        .filter(port -> plan.external().isEmpty() || port != Port.POSTGRES)
                        .toList();
        LauncherException.refuse(
                "cannot start Berth",
                new PortCheck(plan.ports(), plan.addresses().listen()).problems(needed));
    }

    private void welcome(Instant since) {
        Addresses addresses = plan.addresses();
        progress.say(
                """
                Berth is ready after %s s

                  Outer          %s
                  workers        %s
                  Admin Center   %s (user admin)
                  administrator  %s, password in %s

                Next, in a second shell:  ./berth deploy examples/hello
                To stop it:               Ctrl-C here, or ./berth down\
                """
                        .formatted(
                                progress.seconds(since),
                                addresses.outer(),
                                addresses.publicUrlTemplate(),
                                addresses.adminCenter(),
                                plan.settings().value(Settings.ADMIN).orElseThrow(),
                                plan.secrets().file(Secrets.ADMIN_PASSWORD)));
    }
}
