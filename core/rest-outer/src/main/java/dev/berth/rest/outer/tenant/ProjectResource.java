package dev.berth.rest.outer.tenant;

import dev.berth.intent.tenant.Projects;
import dev.berth.model.Role;
import dev.berth.model.Scope;
import dev.berth.rest.PageQuery;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Lists;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Makes and lists projects. */
@Dependent
@Path("/api/v1/project")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tenant")
public class ProjectResource {

    private final Projects projects;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public ProjectResource(Projects projects, CurrentCaller caller) {
        this.projects = projects;
        this.caller = caller;
    }

    /** Lists projects. */
    @GET
    @Needs(Scope.READ)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = ProjectView.class)))
    @Operation(summary = "Lists projects, oldest first; the header X-Total-Count counts them all")
    public Response list(@BeanParam PageQuery page) {
        return Lists.answer(projects.list(caller.get(), page.page()).map(ProjectView::of));
    }

    /** Makes a project. */
    @POST
    @Needs(value = Scope.WRITE, role = Role.ADMIN)
    @Audited("project.create")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a project, a group of workers in which names are unique")
    public ProjectView create(NewProjectBody body) {
        return ProjectView.of(projects.create(caller.get(), body.name()));
    }
}
