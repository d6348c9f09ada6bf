package dev.socialhub.users.follow;

import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.idempotency.Idempotency;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.users.graph.ChangeFollow;
import dev.socialhub.users.graph.EdgeChange;
import dev.socialhub.users.graph.RelationshipView;
import dev.socialhub.users.profile.FindProfile;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;

/** Following over HTTP. */
@Controller("/api/v1/users/{user}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class FollowController {

    private static final String NO_BODY = "";

    private final FindProfile findProfile;
    private final ChangeFollow changeFollow;
    private final Idempotency idempotency;

    FollowController(FindProfile findProfile, ChangeFollow changeFollow, Idempotency idempotency) {
        this.findProfile = findProfile;
        this.changeFollow = changeFollow;
        this.idempotency = idempotency;
    }

    /** Follows a user; repeating it has no further effect. */
    @Put("/follow")
    RelationshipView follow(@Parameter(hidden = true) Caller caller, @PathVariable String user) {
        return change(caller, findProfile.metBy(caller, user), EdgeChange.MAKE);
    }

    /** Unfollows a user. */
    @Delete("/follow")
    RelationshipView unfollow(@Parameter(hidden = true) Caller caller, @PathVariable String user) {
        return change(caller, findProfile.metBy(caller, user), EdgeChange.REMOVE);
    }

    /** Follows a user, or unfollows them if the caller follows them already. */
    @Post("/follow")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RelationshipView.class)))
    HttpResponse<?> toggle(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @PathVariable String user) {
        // Outside the transaction, since auth may have to be asked.
        UUID other = findProfile.metBy(caller, user);
        return idempotency.once(
                caller,
                request,
                NO_BODY,
                () -> HttpResponse.ok(change(caller, other, EdgeChange.TOGGLE)));
    }

    /** Removes a follower of the caller. */
    @Delete("/follower")
    RelationshipView removeFollower(
            @Parameter(hidden = true) Caller caller, @PathVariable String user) {
        return new RelationshipView(
                changeFollow.removeFollower(caller, findProfile.metBy(caller, user)));
    }

    private RelationshipView change(Caller caller, UUID other, EdgeChange edgeChange) {
        return new RelationshipView(changeFollow.change(caller, other, edgeChange));
    }
}
