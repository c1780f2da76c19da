package dev.berth.intent;

import java.util.function.Supplier;

/** One transaction after the other; what a fake store did stays done when one fails. */
public final class FakeTransactions implements Transactions {

    private final Object turn = new Object();
    private volatile boolean open;

    @Override
    public <T> T call(Supplier<T> work) {
        synchronized (turn) {
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
