package dev.berth.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemDetailsTest {

    @Test
    void listsWhatIsWrong() {
        ProblemDetails details =
                ProblemDetails.of(422, "no", "r1", List.of(new Problem("/a", "is wrong")));

        assertThat(Json.write(details))
                .isEqualTo(
                        "{\"type\":\"about:blank\",\"title\":\"Unprocessable Content\",\"status\":422,"
                                + "\"detail\":\"no\",\"error\":\"no\",\"request_id\":\"r1\","
                                + "\"errors\":[{\"pointer\":\"/a\",\"message\":\"is wrong\"}]}");
    }

    @Test
    void leavesErrorsOutWhereOneSentenceSaysIt() {
        assertThat(Json.write(ProblemDetails.of(404, "no", "r1", List.of())))
                .isEqualTo(
                        "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                                + "\"detail\":\"no\",\"error\":\"no\",\"request_id\":\"r1\"}");
    }
}
