package dev.berth.inner;

import dev.berth.spi.LogStream;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Closes a log that is opened after its reader has given up, so that none stays open unread. */
final class LateLog {

    private final ReentrantLock lock = new ReentrantLock();
    private Optional<LogStream> opened = Optional.empty();
    private boolean givenUp;

    /** Takes note of what was opened and returns it. */
    LogStream opened(LogStream log) {
        lock.lock();
        try {
            // what is null is refused where it is returned to
            opened = Optional.ofNullable(log);
            closeIfGivenUp();
            return log;
        } finally {
            lock.unlock();
        }
    }

    /** Gives up; closes what was opened, or will be. */
    void giveUp() {
        lock.lock();
        try {
            givenUp = true;
            closeIfGivenUp();
        } finally {
            lock.unlock();
        }
    }

    private void closeIfGivenUp() {
        if (givenUp) {
            opened.ifPresent(LogStream::close);
        }
    }
}
