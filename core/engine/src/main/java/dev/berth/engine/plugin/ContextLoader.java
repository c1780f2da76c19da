package dev.berth.engine.plugin;

/** Sets the context class loader for a call into a plugin. */
public final class ContextLoader {

    /**
     * A call that may throw.
     *
     * @param <T> what it returns
     * @param <X> what it throws
     */
    @FunctionalInterface
    public interface Call<T, X extends Throwable> {

        /** Makes the call. */
        T make() throws X;
    }

    private ContextLoader() {}

    /** Makes {@code call} with {@code loader}, and restores what was there. */
    public static <T, X extends Throwable> T call(ClassLoader loader, Call<T, X> call) throws X {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return call.make();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
