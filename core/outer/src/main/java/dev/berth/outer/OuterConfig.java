package dev.berth.outer;

import dev.berth.rest.SecretFiles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator sets for Outer. */
@Dependent
class OuterConfig {

    @Inject
    @ConfigProperty(name = "berth.secrets.directory")
    Path secrets;

    @Inject
    @ConfigProperty(name = "berth.public-url-template")
    String urlTemplate;

    @Inject
    @ConfigProperty(name = "berth.inner.url")
    URI inner;

    @Inject
    @ConfigProperty(name = "berth.kafka.bootstrap")
    String kafka;

    @Inject
    @ConfigProperty(name = "berth.home")
    Path home;

    // Liberty puts no other settings into a default
    @Inject
    @ConfigProperty(name = "berth.upload.directory")
    Optional<Path> uploadDirectory;

    @Inject
    @ConfigProperty(name = "berth.admin.email", defaultValue = "admin@localhost")
    String adminEmail;

    @Inject
    @ConfigProperty(name = "berth.default.strategy", defaultValue = "blue-green")
    String strategy;

    @Inject
    @ConfigProperty(name = "berth.default.runtime", defaultValue = "process")
    String runtime;

    @Inject
    @ConfigProperty(name = "berth.proxies")
    Optional<List<String>> proxies;

    Path uploads() {
        return uploadDirectory.orElse(home.resolve("uploads"));
    }

    SecretFiles secretFiles() {
        return new SecretFiles(secrets);
    }
}
