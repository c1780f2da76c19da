package dev.berth.standalone.network;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Optional;

/** The ports that Berth listens on. */
public enum Port {
    OUTER("outer", 9900),
    INNER("inner", 9901),
    EDGE("edge", 8080),
    POSTGRES("postgres", 9910),
    KAFKA("kafka", 9911),
    KAFKA_CONTROLLER("kafka-controller", 9912),
    EDGE_CONTROL("edge-control", 9913),
    MANAGEMENT("management", 9914),
    ADMIN("admin", 9915);

    private final String label;
    private final int standard;

    Port(String label, int standard) {
        this.label = label;
        this.standard = standard;
    }

    static Optional<Port> named(String label) {
        return Arrays.stream(values()).filter(port -> port.label.equals(label)).findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(Port::label).collect(joining(", "));
    }

    public String label() {
        return label;
    }

    public String setting() {
        return "berth.port." + label;
    }

    int standard() {
        return standard;
    }

    /** Returns whether {@code --listen} opens this port to other machines. */
    boolean open() {
        return this == OUTER || this == EDGE;
    }
}
