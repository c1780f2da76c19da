package dev.berth.rest.outer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a route reads its body as it comes, and refuses one that has another SHA-256 than its
 * path says: nobody reads it before.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Streamed {

    /** Returns the name of the path's parameter that has the digest. */
    String value();
}
