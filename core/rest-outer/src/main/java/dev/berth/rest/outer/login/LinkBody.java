package dev.berth.rest.outer.login;

import java.util.Optional;

/** Where a browser goes once its login is linked. */
public record LinkBody(Optional<String> returnTo) {}
