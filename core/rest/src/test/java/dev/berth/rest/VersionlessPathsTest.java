package dev.berth.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionlessPathsTest {

    @ParameterizedTest
    @CsvSource({
        "/api/worker,/api/v1/worker",
        "/api/worker/%2f,/api/v1/worker/%2f",
        "/api/v1/worker,/api/v1/worker",
        "/api/v1,/api/v1",
        "/api/v10,/api/v1/v10",
        "/api,/api",
        "/apix/y,/apix/y",
        "/health,/health",
    })
    void pathWithoutVersionIsThatOfVersion1(String path, String canonical) {
        assertThat(VersionlessPaths.canonical(path)).isEqualTo(canonical);
    }
}
