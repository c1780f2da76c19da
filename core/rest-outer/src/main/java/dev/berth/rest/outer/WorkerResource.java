package dev.berth.rest.outer;

import dev.berth.intent.worker.Workers;
import dev.berth.model.Scope;
import dev.berth.rest.PageQuery;
import dev.berth.rest.QueryValues;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Creates, shows and deletes workers. */
@Dependent
@Path("/api/v1/worker")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "worker")
public class WorkerResource {

    private final Workers workers;
    private final CurrentCaller caller;
    private final DefaultNames defaults;
    private final PublicUrls urls;

    /** Creates it over the use case. */
    @Inject
    public WorkerResource(
            Workers workers, CurrentCaller caller, DefaultNames defaults, PublicUrls urls) {
        this.workers = workers;
        this.caller = caller;
        this.defaults = defaults;
        this.urls = urls;
    }

    /** Lists workers. */
    @GET
    @Needs(Scope.READ)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = WorkerLine.class)))
    @Operation(summary = "Lists workers, oldest first; the header X-Total-Count counts them all")
    public Response list(
            @QueryParam("project") @DefaultValue("") String project, @BeanParam PageQuery page) {
        return Lists.answer(
                workers.list(caller.get(), project, page.page())
                        .map(seen -> WorkerLine.of(seen, urls)));
    }

    /** Creates a worker. */
    @POST
    @Needs(Scope.WRITE)
    @Audited("worker.create")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Creates a worker, which runs nothing before its first deployment")
    public NewWorkerView create(NewWorkerBody body) {
        return NewWorkerView.of(
                workers.create(
                        caller.get(),
                        body.workerName(),
                        body.project().orElse(DefaultNames.PROJECT),
                        body.settings(defaults)));
    }

    /** Shows a worker. */
    @GET
    @Path("{id}")
    @Needs(Scope.READ)
    @Operation(summary = "Shows a worker, its 10 newest versions from offset, its live releases")
    public WorkerDetailsView find(
            @PathParam("id") String id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0"))
                    @QueryParam("offset")
                    @DefaultValue("0")
                    String offset) {
        return WorkerDetailsView.of(
                workers.find(caller.get(), id, QueryValues.read("/offset", offset)), urls);
    }

    /** Deletes a worker. */
    @DELETE
    @Path("{id}")
    @Needs(Scope.WRITE)
    @Audited("worker.delete")
    @Operation(summary = "Deletes a worker; its status is deleting until it is torn down")
    public MessageView delete(@PathParam("id") String id) {
        workers.delete(caller.get(), id, caller.cause());
        return new MessageView("worker '" + id + "' is being deleted");
    }
}
