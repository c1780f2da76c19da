package dev.berth.container;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Tells Arquillian of {@link ServerSetup}. */
public final class ServerExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(ServerSetup.class);
    }
}
