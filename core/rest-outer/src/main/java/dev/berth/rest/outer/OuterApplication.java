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
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** All that Outer answers. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info = @Info(title = "Berth", version = "v1"),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "a session's token from login, or a personal access token (bt_…)")
public class OuterApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AbortResource.class,
                AuthResource.class,
                DeployResource.class,
                InfoResource.class,
                LogsResource.class,
                ManifestResource.class,
                MemberResource.class,
                PlanResource.class,
                ProjectResource.class,
                PromoteResource.class,
                QuotaResource.class,
                RegisterResource.class,
                ResetPasswordResource.class,
                RollBackResource.class,
                SendCodeResource.class,
                SourceResource.class,
                TaskResource.class,
                TokensResource.class,
                WorkerResource.class,
                HealthResource.class,
                FailureMapper.class,
                JsonBodyReader.class,
                JsonBodyWriter.class,
                ScopeFilter.class,
                TokenFilter.class,
                VersionlessPaths.class);
    }
}
