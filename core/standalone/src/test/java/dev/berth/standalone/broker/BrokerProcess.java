package dev.berth.standalone.broker;

import java.nio.file.Path;

/** A broker in a process of its own, for tests that kill it. */
final class BrokerProcess {

    private BrokerProcess() {}

    /** Starts a broker in a directory at two ports; says so on the standard output. */
    @SuppressWarnings("SystemOut") // the test waits for it
    public static void main(String[] arguments) {
        new KafkaBroker(
                        new KafkaSettings(
                                Path.of(arguments[0]),
                                Integer.parseInt(arguments[1]),
                                Integer.parseInt(arguments[2])))
                .start();
        System.out.println("ready");
    }
}
