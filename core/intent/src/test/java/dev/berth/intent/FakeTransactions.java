package dev.berth.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One transaction after the other; what a fake store did stays done when one fails. */
public final class FakeTransactions implements Transactions {

    private final Object turn = new Object();
    private final List<Runnable> later = new ArrayList<>();
    private volatile boolean open;
    private volatile boolean whole;

    @Override
    public <T> T call(Supplier<T> work) {
        synchronized (turn) {
            if (whole) {
                return work.get();
            }
            return opened(work);
        }
    }

    @Override
    public <T> T whole(Supplier<T> work) {
        synchronized (turn) {
            later.clear();
            whole = true;
            T result;
            try {
                result = opened(work);
            } finally {
                whole = false;
            }
            later.forEach(Runnable::run);
            return result;
        }
    }

    @Override
    public void afterwards(Runnable action) {
        synchronized (turn) {
            if (whole) {
                later.add(action);
            } else {
                action.run();
            }
        }
    }

    private <T> T opened(Supplier<T> work) {
        if (open) {
            throw new IllegalStateException("transactions are not nested");
        }
        open = true;
        try {
            return work.get();
        } finally {
            open = false;
        }
    }

    /** Returns whether one is open. */
    public boolean open() {
        return open;
    }

    /** Complains where none is open. */
    public void mustBeOpen() {
        if (!open) {
            throw new IllegalStateException("this needs a transaction");
        }
    }
}
