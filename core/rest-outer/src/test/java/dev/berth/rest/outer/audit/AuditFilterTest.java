package dev.berth.rest.outer.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

class AuditFilterTest {

    @Test
    void routeThatSaysNothingLetsInNobody() throws NoSuchMethodException {
        Method forgotten = Object.class.getMethod("toString");

        assertThat(catchThrowable(() -> AuditFilter.operation(forgotten)))
                .isInstanceOf(IllegalStateException.class);
    }
}
