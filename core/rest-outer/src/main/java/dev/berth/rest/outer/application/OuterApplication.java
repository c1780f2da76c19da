package dev.berth.rest.outer.application;

import dev.berth.rest.FailureMapper;
import dev.berth.rest.HeadFilter;
import dev.berth.rest.HealthResource;
import dev.berth.rest.JsonBodyReader;
import dev.berth.rest.JsonBodyWriter;
import dev.berth.rest.TokenFilter;
import dev.berth.rest.VersionlessPaths;
import dev.berth.rest.outer.account.RegisterResource;
import dev.berth.rest.outer.account.ResetPasswordResource;
import dev.berth.rest.outer.account.SecretKeyResource;
import dev.berth.rest.outer.account.SendCodeResource;
import dev.berth.rest.outer.account.TokensResource;
import dev.berth.rest.outer.audit.AuditFilter;
import dev.berth.rest.outer.audit.AuditResource;
import dev.berth.rest.outer.caller.RelayFilter;
import dev.berth.rest.outer.caller.SignatureFilter;
import dev.berth.rest.outer.deploy.AbortResource;
import dev.berth.rest.outer.deploy.DeployResource;
import dev.berth.rest.outer.deploy.PromoteResource;
import dev.berth.rest.outer.deploy.RollBackResource;
import dev.berth.rest.outer.event.EventsResource;
import dev.berth.rest.outer.info.InfoResource;
import dev.berth.rest.outer.login.AuthResource;
import dev.berth.rest.outer.login.IdentityResource;
import dev.berth.rest.outer.login.ProviderResource;
import dev.berth.rest.outer.login.SessionResource;
import dev.berth.rest.outer.once.KeyFilter;
import dev.berth.rest.outer.report.ReportResource;
import dev.berth.rest.outer.source.SourceResource;
import dev.berth.rest.outer.task.TaskResource;
import dev.berth.rest.outer.tenant.MemberResource;
import dev.berth.rest.outer.tenant.ProjectResource;
import dev.berth.rest.outer.tenant.QuotaResource;
import dev.berth.rest.outer.usage.ResourceUsageResource;
import dev.berth.rest.outer.usage.UsageResource;
import dev.berth.rest.outer.worker.EnvResource;
import dev.berth.rest.outer.worker.LogsResource;
import dev.berth.rest.outer.worker.ManifestResource;
import dev.berth.rest.outer.worker.PlanResource;
import dev.berth.rest.outer.worker.SecretResource;
import dev.berth.rest.outer.worker.WorkerResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** All that Outer answers. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info = @Info(title = "Berth", version = "v1"),
        security = {
            @SecurityRequirement(name = "bearer"),
            @SecurityRequirement(name = "signature")
        })
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "a session's token from login, or a personal access token (bt_…)")
@SecurityScheme(
        securitySchemeName = "signature",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = "X-Berth-Signature",
        description = "a signature of version 2 over the request; see docs/signatures.md")
public class OuterApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AbortResource.class,
                AuditResource.class,
                AuthResource.class,
                DeployResource.class,
                EventsResource.class,
                EnvResource.class,
                IdentityResource.class,
                InfoResource.class,
                LogsResource.class,
                ManifestResource.class,
                MemberResource.class,
                PlanResource.class,
                ProjectResource.class,
                PromoteResource.class,
                ProviderResource.class,
                QuotaResource.class,
                RegisterResource.class,
                ReportResource.class,
                ResetPasswordResource.class,
                ResourceUsageResource.class,
                RollBackResource.class,
                SecretKeyResource.class,
                SecretResource.class,
                SendCodeResource.class,
                SessionResource.class,
                SourceResource.class,
                TaskResource.class,
                TokensResource.class,
                UsageResource.class,
                WorkerResource.class,
                HealthResource.class,
                AuditFilter.class,
                FailureMapper.class,
                HeadFilter.class,
                JsonBodyReader.class,
                JsonBodyWriter.class,
                KeyFilter.class,
                RelayFilter.class,
                ScopeFilter.class,
                SignatureFilter.class,
                TokenFilter.class,
                VersionlessPaths.class);
    }
}
