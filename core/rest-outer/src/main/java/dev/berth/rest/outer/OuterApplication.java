package dev.berth.rest.outer;

import dev.berth.rest.FailureMapper;
import dev.berth.rest.HealthResource;
import dev.berth.rest.JsonBodyReader;
import dev.berth.rest.JsonBodyWriter;
import dev.berth.rest.TokenFilter;
import dev.berth.rest.VersionlessPaths;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** All that Outer answers. */
@ApplicationPath("/")
public class OuterApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AuthResource.class,
                DeployResource.class,
                InfoResource.class,
                LogsResource.class,
                SourceResource.class,
                TaskResource.class,
                WorkerResource.class,
                HealthResource.class,
                FailureMapper.class,
                JsonBodyReader.class,
                JsonBodyWriter.class,
                TokenFilter.class,
                VersionlessPaths.class);
    }
}
