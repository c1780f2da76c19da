package dev.berth.rest.outer.info;

import dev.berth.model.ConfiguredExtension;
import java.util.List;

/** What this Berth is and can do, as everybody may know it. */
public record InfoView(
        String version, String build, String apiRevision, List<ExtensionView> extensions) {

    private static final String API_REVISION = "v1";

    static InfoView of(BuildInfo build, List<ConfiguredExtension> extensions) {
        return new InfoView(
                build.version(),
                build.build(),
                API_REVISION,
                extensions.stream().map(ExtensionView::of).toList());
    }

    /**
     * A configured instance; why one does not work is for the log, not for everybody.
     *
     * @param kind its kind
     * @param name the operator's name for it
     * @param extension what it is an instance of
     * @param plugin the module that brings it
     * @param certification {@code bundled} where the plugin is part of this Berth, whose build runs
     *     the conformance tests; {@code none} where the operator added it
     * @param state {@code active} or {@code error}
     */
    public record ExtensionView(
            String kind,
            String name,
            String extension,
            String plugin,
            String certification,
            String state) {

        static ExtensionView of(ConfiguredExtension extension) {
            return new ExtensionView(
                    extension.kind(),
                    extension.name(),
                    extension.extension(),
                    extension.plugin(),
                    extension.bundled() ? "bundled" : "none",
                    extension.active() ? "active" : "error");
        }
    }
}
