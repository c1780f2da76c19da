package dev.berth.rest.inner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.Refusal;
import dev.berth.rest.CurrentRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTokenTest {

    private static final String TOKEN = "s".repeat(32);
    private static final CurrentRequest REQUEST = request();

    @Test
    void theTokenIsGood() {
        assertThatNoException().isThrownBy(() -> new ServiceToken(TOKEN).check(TOKEN, REQUEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s",
                "sssssssssssssssssssssssssssssssss",
                "Ssssssssssssssssssssssssssssssss",
                "eyJhbGciOiJIUzI1NiJ9.e30.x"
            })
    void anyOtherIsRefused(String shown) {
        Refusal refusal =
                catchThrowableOfType(
                        Refusal.class, () -> new ServiceToken(TOKEN).check(shown, REQUEST));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(refusal).hasMessageNotContaining(TOKEN);
    }

    @Test
    void shortTokenIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceToken("s".repeat(31)));
    }

    private static CurrentRequest request() {
        return new CurrentRequest(
                (HttpServletRequest)
                        Proxy.newProxyInstance(
                                ServiceTokenTest.class.getClassLoader(),
                                new Class<?>[] {HttpServletRequest.class},
                                (_, method, _) -> {
                                    throw new UnsupportedOperationException(method.getName());
                                }));
    }
}
