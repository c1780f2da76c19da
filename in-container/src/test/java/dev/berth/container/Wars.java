package dev.berth.container;

import java.io.File;
import java.net.URI;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The distribution's WARs, to be deployed. */
final class Wars {

    private static final String AT_ROOT =
            """
            <web-ext xmlns="http://websphere.ibm.com/xml/ns/javaee" version="1.0">
              <context-root uri="/"/>
            </web-ext>
            """;

    private Wars() {}

    /** Returns {@code outer.war} or {@code inner.war} at the root of its port. */
    static WebArchive shipped(String name) {
        File war = Distribution.current().war(name).toFile();
        return ShrinkWrap.createFromZipFile(WebArchive.class, war)
                .addAsWebInfResource(new StringAsset(AT_ROOT), "ibm-web-ext.xml");
    }

    /** Returns the same with tests in it, and what they use. */
    static WebArchive with(String name, Class<?>... tests) {
        return shipped(name)
                .addClasses(tests)
                .addAsLibraries(jar(Assertions.class), jar(Awaitility.class), jar(Matcher.class));
    }

    private static File jar(Class<?> type) {
        return new File(
                URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
