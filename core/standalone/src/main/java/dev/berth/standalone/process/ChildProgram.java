package dev.berth.standalone.process;

import dev.berth.standalone.home.Home;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** A child that is a program with a process of its own. */
public final class ChildProgram implements Child {

    private static final int TRACE = 10;

    private final Program program;
    private final Home home;
    private final ChildCommand command;
    private final BooleanSupplier probe;
    private final AtomicReference<Optional<ChildProcess>> process =
            new AtomicReference<>(Optional.empty());

    public ChildProgram(Program program, Home home, ChildCommand command, BooleanSupplier probe) {
        this.program = program;
        this.home = home;
        this.command = command;
        this.probe = probe;
    }

    @Override
    public String name() {
        return program.title();
    }

    @Override
    public void start() {
        process.set(
                Optional.of(ChildProcess.start(command, program.log(home), program.pidFile(home))));
    }

    /** Goes on with {@code found}, which an earlier launcher has started. */
    public void adopt(ChildProcess found) {
        process.set(Optional.of(found));
    }

    @Override
    public boolean ready() {
        return alive() && probe.getAsBoolean();
    }

    @Override
    public boolean alive() {
        return process.get().filter(ChildProcess::alive).isPresent();
    }

    @Override
    public void await() throws InterruptedException {
        Optional<ChildProcess> current = process.get();
        if (current.isPresent()) {
            current.get().await();
        }
    }

    @Override
    public void stop() {
        process.getAndSet(Optional.empty()).ifPresent(program::stop);
    }

    @Override
    public String trace() {
        LogFile log = program.log(home);
        return "see %s; its last lines:%n%s"
                .formatted(log.path(), String.join(System.lineSeparator(), log.tail(TRACE)));
    }
}
