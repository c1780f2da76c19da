package dev.berth.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a/b; charset=\"", "a/b; charset=\"utf-8", "a/b; c=\"\\\""})
    void quotationThatDoesNotEndIsOpen(String type) {
        assertThat(ContentTypes.open(type)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a/b", "a/b; charset=\"utf-8\"", "a/b; c=\"\\\"\""})
    void quotationThatEndsIsNot(String type) {
        assertThat(ContentTypes.open(type)).isFalse();
    }
}
