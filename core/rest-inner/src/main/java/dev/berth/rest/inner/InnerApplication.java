package dev.berth.rest.inner;

import dev.berth.rest.FailureMapper;
import dev.berth.rest.HeadFilter;
import dev.berth.rest.HealthResource;
import dev.berth.rest.JsonBodyReader;
import dev.berth.rest.JsonBodyWriter;
import dev.berth.rest.OneOrManyReader;
import dev.berth.rest.TokenFilter;
import dev.berth.rest.VersionlessPaths;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** All that Inner answers. */
@ApplicationPath("/")
public class InnerApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AcceptTaskResource.class,
                DeployResource.class,
                PlanResource.class,
                UsageReportResource.class,
                UsageResource.class,
                WorkerLogsResource.class,
                HealthResource.class,
                FailureMapper.class,
                HeadFilter.class,
                JsonBodyReader.class,
                JsonBodyWriter.class,
                OneOrManyReader.class,
                RefusalAudit.class,
                TokenFilter.class,
                VersionlessPaths.class);
    }
}
