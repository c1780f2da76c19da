package dev.berth.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.Page;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageQueryTest {

    @Test
    void numbersAreRead() {
        assertThat(PageQuery.page("100", "7")).isEqualTo(new Page(100, 7));
    }

    @ParameterizedTest
    @CsvSource({"0,/limit", "101,/limit", "x,/limit", "99999999999,/limit", "'',/limit"})
    void otherLimitIsRefused(String limit, String pointer) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> PageQuery.page(limit, "0"));

        assertThat(refusal.problems()).extracting(Problem::pointer).containsExactly(pointer);
    }

    @Test
    void bothAreRefusedAtOnce() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> PageQuery.page("x", "y"));

        assertThat(refusal.problems())
                .extracting(Problem::pointer)
                .containsExactly("/limit", "/offset");
    }
}
