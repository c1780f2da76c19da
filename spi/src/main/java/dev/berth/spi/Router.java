package dev.berth.spi;

/** Brings traffic to releases: the edge, an ingress. */
public interface Router extends AutoCloseable {

    /**
     * Makes {@code table} the one in force, the whole of it. Idempotent. A table with a lower
     * revision than the one in force is not taken. Returns when the answered revision is in force.
     * The table that is in force comes again and again, to ask what went through it: then there is
     * nothing to do but to answer.
     */
    RouteReport apply(RouteTable table, OperationContext context);

    /** Lets go of what this object holds. Traffic goes on. Idempotent. */
    @Override
    void close();
}
