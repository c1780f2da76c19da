/** TCKs, contexts and fakes: what a plugin author extends. */
module dev.berth.testkit {
    requires jdk.httpserver;
    requires transitive dev.berth.spi;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports dev.berth.testkit;
}
