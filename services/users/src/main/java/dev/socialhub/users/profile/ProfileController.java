package dev.socialhub.users.profile;

import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.users.count.FollowCounts;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** Profiles over HTTP. */
@Controller("/api/v1/users")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class ProfileController {

    private final FindProfile findProfile;
    private final EditProfile editProfile;
    private final ShowProfile showProfile;

    ProfileController(FindProfile findProfile, EditProfile editProfile, ShowProfile showProfile) {
        this.findProfile = findProfile;
        this.editProfile = editProfile;
        this.showProfile = showProfile;
    }

    /** Shows the caller's own profile. */
    @Get("/me")
    ProfileView showOwn(@Parameter(hidden = true) Caller caller) {
        return showProfile.own(caller);
    }

    /** Changes the given fields of the caller's profile. */
    @Patch("/me")
    ProfileView edit(@Parameter(hidden = true) Caller caller, @Body @Valid ProfileEdit edit) {
        Profile profile = findProfile.ofCaller(caller);
        return showProfile.own(editProfile.edit(profile.userId(), edit));
    }

    /** Shows a user's profile, found by id or username. */
    @Get("/{idOrUsername}")
    ProfileView show(@Parameter(hidden = true) Caller caller, @PathVariable String idOrUsername) {
        return showProfile.named(caller, idOrUsername);
    }

    /** Shows how many followers a user has, and how many users they follow. */
    @Get("/{user}/counts")
    FollowCounts count(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String user,
            @Nullable @QueryValue String userId) {
        return showProfile.countsOf(caller, UserPath.named(user, userId));
    }
}
