package dev.berth.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRequestTest {

    record Body(
            String workerName,
            Optional<String> region,
            OptionalInt port,
            Optional<Boolean> on,
            Optional<Inner> inner,
            Optional<List<Inner>> more) {}

    record Inner(String id) {}

    @Test
    void readsWhatFits() throws IOException {
        Body body =
                read(
                        """
                        {"worker_name":"a","port":80,"on":true,"inner":{"id":"x"},"more":[{"id":"y"}]}
                        """);

        assertThat(body)
                .isEqualTo(
                        new Body(
                                "a",
                                Optional.empty(),
                                OptionalInt.of(80),
                                Optional.of(true),
                                Optional.of(new Inner("x")),
                                Optional.of(List.of(new Inner("y")))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                         | /worker_name | is missing",
                "{'worker_name':null}                       | /worker_name | is missing",
                "{'worker_name':5}                          | /worker_name | must be a string",
                "{'worker_name':true}                       | /worker_name | must be a string",
                "{'worker_name':['a']}                      | /worker_name | must be a string",
                "{'worker_name':'a','region':5}             | /region      | must be a string",
                "{'worker_name':'a','port':'80'}            | /port  | must be a whole number in range",
                "{'worker_name':'a','port':80.0}            | /port  | must be a whole number in range",
                "{'worker_name':'a','port':true}            | /port  | must be a whole number in range",
                "{'worker_name':'a','port':''}              | /port  | must be a whole number in range",
                "{'worker_name':'a','port':99999999999}     | /port  | must be a whole number in range",
                "{'worker_name':'a','on':'true'}            | /on          | must be true or false",
                "{'worker_name':'a','on':1}                 | /on          | must be true or false",
                "{'worker_name':'a','inner':'x'}            | /inner       | must be an object",
                "{'worker_name':'a','inner':''}             | /inner       | must be an object",
                "{'worker_name':'a','inner':{'id':5}}       | /inner/id    | must be a string",
                "{'worker_name':'a','more':[{'id':'x'},{}]} | /more/1/id   | is missing",
                "{'worker_name':'a','more':{'id':'x'}}      | /more        | must be an array",
            })
    void refusesWhatDoesNotFit(String json, String pointer, String message) {
        Refusal refusal = refusal(json.replace('\'', '"'));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal.problems()).containsExactly(new Problem(pointer, message));
    }

    @Test
    void unknownMemberIsRefusedWithThoseThatAreKnown() {
        Refusal refusal = refusal("{\"worker_name\":\"a\",\"inner\":{\"id\":\"x\",\"a/b~\":1}}");

        assertThat(refusal.problems())
                .containsExactly(new Problem("/inner/a~1b~0", "is not known; known are id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"text\"", "5", "[]", "true"})
    void whatIsNoObjectIsRefused(String json) {
        assertThat(refusal(json).problems()).extracting(Problem::pointer).containsExactly("");
    }

    @Test
    void emptyBodyIsRefused() {
        assertThat(refusal(""))
                .hasMessage("cannot read the request: is empty; a JSON object is needed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"worker_name\":\"hunter2\",\"worker_name\":\"b\"}",
                "{\"worker_name\":\"hunter2",
                "{\"worker_name\":hunter2}",
                "{\"worker_name\":\"hunter2\"} x",
                "{\"worker_name\":\"hunter2\"}{}",
                "{\"worker_name\":\"hunter2\",}",
                "{'worker_name':'hunter2'}",
                "{\"worker_name\":\"hunter2\",\"port\":\"hunter2\"}",
                "{\"worker_name\":\"hunter2\",\"port\":NaN}",
            })
    void malformedJsonIsRefusedWithoutRepeatingIt(String json) {
        Refusal refusal = refusal(json);

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal).hasMessageNotContaining("hunter2");
    }

    @Test
    void malformedJsonIsRefusedWithItsPlace() {
        assertThat(refusal("{\n  \"worker_name\": x}"))
                .hasMessage("cannot read the request: malformed JSON at line 2, column 18");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'worker_name':'a','worker_name':'a'}         | /worker_name",
                "{'worker_name':'a','inner':{'id':1,'id':2}}   | /inner/id",
                "{'worker_name':'a','inner':{'id':'x','id':2}} | /inner/id",
                "{'worker_name':'a','more':[{'id':'x'},{'id':'y','id':'y'}]} | /more/1/id",
            })
    void memberThatIsThereTwiceIsRefusedWithItsPointer(String json, String pointer) {
        assertThat(refusal(json.replace('\'', '"')).problems())
                .extracting(Problem::pointer)
                .containsExactly(pointer);
    }

    @Test
    void whatIsNoTextIsRefused() {
        byte[] utf32 = {0, 0, 0, '{', 0x7f, 0, 0, 0};
        byte[] latin1 = {'{', '"', (byte) 0xe9, '"', ':', '1', '}'};

        assertThat(List.of(utf32, latin1))
                .extracting(
                        bytes ->
                                catchThrowableOfType(
                                                Refusal.class,
                                                () ->
                                                        JsonRequest.read(
                                                                new ByteArrayInputStream(bytes),
                                                                Body.class))
                                        .kind())
                .containsOnly(Refusal.Kind.MALFORMED);
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(refusal("{\"inner\":".repeat(40) + "1" + "}".repeat(40)).kind())
                .isEqualTo(Refusal.Kind.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "-%s", "0.%s", "{\"port\":%s}", "{\"worker_name\":%s}"})
    void numberOfVeryManyDigitsIsMalformed(String json) {
        assertThat(refusal(json.formatted("9".repeat(1_200))).kind())
                .isEqualTo(Refusal.Kind.MALFORMED);
    }

    @Test
    void tooLongBodyIsTooLarge() {
        Refusal refusal = refusal(" ".repeat(RawBody.LONGEST) + "{}");

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE);
    }

    private static Body read(String json) throws IOException {
        return JsonRequest.read(new ByteArrayInputStream(json.getBytes(UTF_8)), Body.class);
    }

    private static Refusal refusal(String json) {
        return catchThrowableOfType(Refusal.class, () -> read(json));
    }

    @Test
    void oneRecordMayStandForAnArrayOfThem() throws IOException {
        OneOrMany<Inner> one = some(" {\"id\":\"x\"}");
        OneOrMany<Inner> many = some(" [{\"id\":\"x\"},{\"id\":\"y\"}]");

        assertThat(one).isEqualTo(new OneOrMany<>(List.of(new Inner("x")), false));
        assertThat(many).isEqualTo(new OneOrMany<>(List.of(new Inner("x"), new Inner("y")), true));
        assertThat(one.pointer(0)).isEmpty();
        assertThat(many.pointer(1)).isEqualTo("/1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'id':'x'},{'id':5}] | /1/id | must be a string",
                "[{'id':'x'},null]     | /1    | must be a JSON object",
                "[{'id':'x'}] 5        | ``    | must be one JSON object and nothing after it",
                "{'id':5}              | /id   | must be a string",
                "[5]                   | /0    | must be an object",
            })
    void whatIsWrongInAnArrayIsNamedByItsPlace(String json, String pointer, String message) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> some(json.replace('\'', '"')));

        assertThat(refusal.problems()).containsExactly(new Problem(pointer, message));
    }

    private static OneOrMany<Inner> some(String json) throws IOException {
        return JsonRequest.readSome(new ByteArrayInputStream(json.getBytes(UTF_8)), Inner.class);
    }
}
