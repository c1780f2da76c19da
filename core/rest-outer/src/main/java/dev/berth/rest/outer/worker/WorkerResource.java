package dev.berth.rest.outer.worker;

import dev.berth.intent.worker.SeenWorker;
import dev.berth.intent.worker.WorkerDetails;
import dev.berth.intent.worker.WorkerUpdates;
import dev.berth.intent.worker.Workers;
import dev.berth.model.Scope;
import dev.berth.rest.PageQuery;
import dev.berth.rest.QueryValues;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Lists;
import dev.berth.rest.outer.MessageView;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Creates, shows, changes and deletes workers. */
@Dependent
@Path("/api/v1/worker")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "worker")
public class WorkerResource {

    private final Workers workers;
    private final WorkerUpdates updates;
    private final CurrentCaller caller;
    private final DefaultNames defaults;
    private final PublicUrls urls;

    /** Creates it over the use case. */
    @Inject
    public WorkerResource(
            Workers workers,
            WorkerUpdates updates,
            CurrentCaller caller,
            DefaultNames defaults,
            PublicUrls urls) {
        this.workers = workers;
        this.updates = updates;
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
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WorkerDetailsView.class)))
    @Operation(
            summary =
                    "Shows a worker, its 10 newest versions from offset, its live releases; the"
                            + " header ETag says at which generation")
    public Response find(
            @PathParam("id") String id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0"))
                    @QueryParam("offset")
                    @DefaultValue("0")
                    String offset) {
        WorkerDetails found = workers.find(caller.get(), id, QueryValues.read("/offset", offset));
        return Response.ok(WorkerDetailsView.of(found, urls))
                .header(HttpHeaders.ETAG, EntityTags.of(found.seen().worker()))
                .build();
    }

    /** Changes a worker. */
    @PATCH
    @Path("{id}")
    @Needs(Scope.WRITE)
    @Audited("worker.update")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WorkerView.class)))
    @Operation(
            summary =
                    "Changes what was chosen for a worker, and answers with the worker; with the"
                            + " header If-Match only where nobody else has changed it meanwhile")
    public Response update(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @DefaultValue("") String ifMatch,
            WorkerPatchBody body) {
        SeenWorker seen =
                updates.update(
                        caller.get(), id, body.patch(), EntityTags.read(ifMatch), caller.cause());
        return Response.ok(WorkerView.of(seen))
                .header(HttpHeaders.ETAG, EntityTags.of(seen.worker()))
                .build();
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
