package dev.berth.container;

import org.jboss.arquillian.config.descriptor.api.ContainerDef;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.container.spi.context.annotation.DeploymentScoped;
import org.jboss.arquillian.container.spi.event.SetupContainer;
import org.jboss.arquillian.container.spi.event.container.AfterDeploy;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;

/** Tells Arquillian which server to start, and where in it each application answers. */
public final class ServerSetup {

    private static final String RUNNER = "ArquillianServletRunnerEE9";
    private static final int FIRST = 100;

    @Inject @DeploymentScoped private InstanceProducer<ProtocolMetaData> protocol;

    /** Prepares the server. */
    void setUp(@Observes(precedence = FIRST) SetupContainer event) {
        TestServer server = TestServer.ofArquillian();
        ContainerDef container = event.getContainer().getContainerConfiguration();
        container.property("wlpHome", server.distribution().liberty().toString());
        container.property("usrDir", server.user().toString());
        container.property("serverName", server.name());
    }

    /**
     * Arquillian takes every application for one of the default host; ours have ports of their own.
     */
    void locate(@Observes AfterDeploy event) {
        Ports ports = TestServer.ofArquillian().ports();
        boolean outer = event.getDeployment().getArchive().getName().startsWith("outer");
        HTTPContext context = new HTTPContext("127.0.0.1", outer ? ports.outer() : ports.inner());
        protocol.set(new ProtocolMetaData().addContext(context.add(new Servlet(RUNNER, "/"))));
    }
}
