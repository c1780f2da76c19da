package dev.berth.rest.outer.login;

import dev.berth.intent.login.Departure;
import dev.berth.intent.login.Landing;
import dev.berth.intent.login.ProviderLogins;
import dev.berth.intent.login.Providers;
import dev.berth.model.Role;
import dev.berth.model.Scope;
import dev.berth.rest.CurrentRequest;
import dev.berth.rest.PageQuery;
import dev.berth.rest.Public;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.CurrentOrigin;
import dev.berth.rest.outer.Lists;
import dev.berth.rest.outer.MessageView;
import dev.berth.rest.outer.Needs;
import dev.berth.rest.outer.ShowsSecret;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sends browsers to providers, and takes them in when they come back. */
@Dependent
@Path("/api/v1/auth/provider")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class ProviderResource {

    private final Providers providers;
    private final ProviderLogins logins;
    private final LoginAddresses addresses;
    private final CurrentRequest request;
    private final CurrentCaller caller;
    private final CurrentOrigin origin;

    /** Creates it over the use case. */
    @Inject
    public ProviderResource(
            Providers providers,
            ProviderLogins logins,
            LoginAddresses addresses,
            CurrentRequest request,
            CurrentCaller caller,
            CurrentOrigin origin) {
        this.providers = providers;
        this.logins = logins;
        this.addresses = addresses;
        this.request = request;
        this.caller = caller;
        this.origin = origin;
    }

    /** Lists them. */
    @GET
    @Public
    @SecurityRequirements
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = LoginOptionView.class)))
    @Operation(summary = "Lists the providers by which one may log in here")
    public Response list(@BeanParam PageQuery page) {
        return Lists.answer(
                page.page()
                        .of(providers.options())
                        .map(option -> LoginOptionView.of(option, addresses)));
    }

    /** Begins a login. */
    @GET
    @Path("{name}")
    @Public
    @SecurityRequirements
    @APIResponse(responseCode = "303", description = "on to the provider")
    @Operation(
            summary =
                    "Sends a browser to log in at a provider, and to the path return_to of this"
                            + " Berth afterwards; without one it gets its session as JSON")
    public Response begin(
            @PathParam("name") String name,
            @QueryParam("return_to") @DefaultValue("") String returnTo) {
        Departure departure = logins.begin(name, returnTo, origin.get());
        return Response.seeOther(departure.location())
                .header(LoginCookie.HEADER, addresses.cookie().keep(departure.ticket()))
                .build();
    }

    /** Ends what a browser began. */
    @GET
    @Path("{name}/callback")
    @Public
    @Audited("auth.provider")
    @SecurityRequirements
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "303", description = "on to the path that the login began with")
    @Operation(summary = "Takes a browser in that comes back from a provider")
    public Response callback(@PathParam("name") String name, @BeanParam ReturnQuery query) {
        LoginCookie cookie = addresses.cookie();
        Landing landing = logins.land(name, cookie.read(request), query.read(), origin.get());
        return switch (landing) {
            case Landing.Opened(var session) ->
                    Response.ok(SessionView.of(session))
                            .header(LoginCookie.HEADER, cookie.forget())
                            .build();
            case Landing.Linked(String provider) ->
                    Response.ok(new MessageView("you may log in by '" + provider + "' from now on"))
                            .header(LoginCookie.HEADER, cookie.forget())
                            .build();
            // which still has to show the ticket
            case Landing.Sent(String path) -> Response.seeOther(addresses.own(path)).build();
        };
    }

    /** Begins to link a login. */
    @POST
    @Path("{name}/link")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(value = Scope.ADMIN, role = Role.VIEWER)
    @Audited("auth.link")
    @ShowsSecret
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LocationView.class)))
    @Operation(
            summary =
                    "Answers where this browser has to go, so that the caller may log in by that"
                            + " provider from then on")
    public Response link(@PathParam("name") String name, LinkBody body) {
        Departure departure =
                logins.link(caller.get(), name, body.returnTo().orElse(""), origin.get());
        URI location = departure.location();
        return Response.ok(new LocationView(location.toString()))
                .header(LoginCookie.HEADER, addresses.cookie().keep(departure.ticket()))
                .build();
    }
}
