package dev.berth.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class RawBodyTest {

    @Test
    void bodyThatCannotBeReadIsMalformed() throws IOException {
        InputStream ended = InputStream.nullInputStream();
        ended.close();

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> RawBody.read(ended));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal).hasMessageContaining("ends too early");
    }
}
