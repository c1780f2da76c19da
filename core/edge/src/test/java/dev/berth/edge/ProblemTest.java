package dev.berth.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final Problem PROBLEM =
            new Problem(404, "Not Found", "no '<script>' & \"no\" worker", "0123");

    @Test
    void problemDocumentHasTheMembersOfTheContract() {
        Answer answer = PROBLEM.answer("*/*");

        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(new JsonObject(answer.body()))
                .isEqualTo(
                        new JsonObject()
                                .put("type", "about:blank")
                                .put("title", "Not Found")
                                .put("status", 404)
                                .put("detail", "no '<script>' & \"no\" worker")
                                .put("error", "no '<script>' & \"no\" worker")
                                .put("request_id", "0123"));
    }

    @Test
    void browserGetsAPageWithItsContentEscaped() {
        Answer answer = PROBLEM.answer("text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(answer.type()).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.body().toString())
                .contains("no &#39;&lt;script&gt;&#39; &amp; &quot;no&quot; worker", "404", "0123")
                .doesNotContain("<script>");
    }
}
