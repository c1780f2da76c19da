package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {

    @ParameterizedTest(name = "{0} names {1}: {2}")
    @CsvSource({
        "*.log,       a.log,       true",
        "*.log,       deep/a.log,  true",
        "*.log,       a.logs,      false",
        "/build,      build,       true",
        "/build,      deep/build,  false",
        "docs/*.md,   docs/a.md,   true",
        "docs/*.md,   docs/b/a.md, false",
        "docs/**/a,   docs/a,      true",
        "docs/**/a,   docs/b/c/a,  true",
        "a?c,         abc,         true",
        "a.c,         abc,         false",
        "# a,         a,           false",
        "target/,     target,      false",
        "x,           .git,        true",
    })
    void patternsNameFiles(String pattern, String path, boolean ignored) {
        IgnoreRules rules = IgnoreRules.parse(List.of(pattern));

        assertThat(rules.ignores(path, false)).isEqualTo(ignored);
    }

    @Test
    void trailingSlashNamesDirectories() {
        IgnoreRules rules = IgnoreRules.parse(List.of("target/"));

        assertThat(rules.ignores("deep/target", true)).isTrue();
    }

    @Test
    void lastRuleDecides() {
        IgnoreRules rules = IgnoreRules.parse(List.of("*.log", "!keep.log"));

        assertThat(rules.ignores("keep.log", false)).isFalse();
    }
}
