package dev.berth.rest.outer;

import dev.berth.model.Role;
import dev.berth.model.Scope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which scope a token must have to use a route, and which role its holder in the tenant. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {

    /** Returns that scope. */
    Scope value();

    /** Returns the least role; where none is given it is the one that the scope is for. */
    Role[] role() default {};
}
