package dev.berth.e2e;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes manifests of one to twelve components, each as different as the schema lets them be. */
record RandomManifest(RandomGenerator random) {

    ObjectNode next(String prefix) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("appName", "App " + prefix + " \u263a");
        if (random.nextBoolean()) {
            manifest.put("description", "line one\nline two");
        }
        int components = random.nextInt(1, 13);
        for (int number = 0; number < components; number++) {
            manifest.withArray("components").add(component(prefix + "-" + number));
        }
        return manifest;
    }

    private ObjectNode component(String name) {
        ObjectNode component = JsonNodeFactory.instance.objectNode();
        component.put("name", name);
        component.put("type", one("frontend", "backend", "worker", "database"));
        if (random.nextBoolean()) {
            component.put("path", one("web", "services/api"));
        }
        if (random.nextBoolean()) {
            component.put("port", random.nextInt(1, 65_536));
        }
        component.putArray("command").add("./start").add("--mode").add(one("a b", "\"", "é"));
        if (random.nextBoolean()) {
            component.putObject("health").put("http", "/health");
        }
        if (random.nextBoolean()) {
            component.putObject("env").put("A", "").put("GREETING", one("hello", "two\nlines"));
        }
        if (random.nextBoolean()) {
            component.put("replicas", random.nextInt(2, 4));
        }
        if (random.nextBoolean()) {
            component.put("strategy", "recreate");
        }
        return component;
    }

    private String one(String... values) {
        return List.of(values).get(random.nextInt(values.length));
    }
}
