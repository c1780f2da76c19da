package dev.berth.rest.outer;

import dev.berth.model.Role;
import dev.berth.model.Scope;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which scope a token must have to use a route, and which role its holder in the tenant. What
 * it is on goes through {@code OnceInterceptor}: each of these routes has a caller, and so a tenant
 * whose keys count.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@InterceptorBinding
public @interface Needs {

    /** Returns that scope. */
    @Nonbinding
    Scope value();

    /** Returns the least role; where none is given it is the one that the scope is for. */
    @Nonbinding
    Role[] role() default {};
}
