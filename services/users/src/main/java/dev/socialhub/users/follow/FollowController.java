package dev.socialhub.users.follow;

import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.idempotency.Idempotent;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.users.graph.ChangeFollow;
import dev.socialhub.users.graph.EdgeChange;
import dev.socialhub.users.graph.RelationshipView;
import dev.socialhub.users.profile.FindProfile;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.UUID;

/** Following over HTTP. */
@Controller("/api/v1/users/{user}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class FollowController {

    private final FindProfile findProfile;
    private final ChangeFollow changeFollow;

    FollowController(FindProfile findProfile, ChangeFollow changeFollow) {
        this.findProfile = findProfile;
        this.changeFollow = changeFollow;
    }

    /** Follows a user; repeating it has no further effect. */
    @Put("/follow")
    RelationshipView follow(@Parameter(hidden = true) Caller caller, @PathVariable String user) {
        return change(caller, findProfile.knownIdOf(caller, user), EdgeChange.MAKE);
    }

    /** Unfollows a user. */
    @Delete("/follow")
    RelationshipView unfollow(@Parameter(hidden = true) Caller caller, @PathVariable String user) {
        return change(caller, findProfile.knownIdOf(caller, user), EdgeChange.REMOVE);
    }

    /** Follows a user, or unfollows them if the caller follows them already. */
    @Post("/follow")
    HttpResponse<RelationshipView> toggle(
            @Parameter(hidden = true) Caller caller, @PathVariable String user) {
        return toggleOnce(caller, findProfile.knownIdOf(caller, user));
    }

    @Idempotent
    HttpResponse<RelationshipView> toggleOnce(Caller caller, UUID other) {
        return HttpResponse.ok(change(caller, other, EdgeChange.TOGGLE));
    }

    /** Removes a follower of the caller. */
    @Delete("/follower")
    RelationshipView removeFollower(
            @Parameter(hidden = true) Caller caller, @PathVariable String user) {
        return new RelationshipView(
                changeFollow.removeFollower(caller, findProfile.knownIdOf(caller, user)));
    }

    private RelationshipView change(Caller caller, UUID other, EdgeChange edgeChange) {
        return new RelationshipView(changeFollow.change(caller, other, edgeChange));
    }
}
