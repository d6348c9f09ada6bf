package dev.socialhub.users.profile;

import dev.socialhub.shared.identity.Caller;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;

/** Profiles over HTTP. */
@Controller("/api/v1/users")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ProfileController {

    private final FindProfile finding;
    private final EditProfile editing;

    ProfileController(FindProfile finding, EditProfile editing) {
        this.finding = finding;
        this.editing = editing;
    }

    /** Shows the caller's own profile. */
    @Get("/me")
    ProfileView showOwn(@Parameter(hidden = true) Caller caller) {
        return ProfileView.of(finding.ofCaller(caller));
    }

    /** Changes the given fields of the caller's profile. */
    @Patch("/me")
    ProfileView edit(@Parameter(hidden = true) Caller caller, @Body @Valid ProfileEdit edit) {
        Profile profile = finding.ofCaller(caller);
        return ProfileView.of(editing.edit(profile.userId(), edit));
    }

    /** Shows a person's profile, found by id or username. */
    @Get("/{idOrUsername}")
    ProfileView show(@PathVariable String idOrUsername) {
        return ProfileView.of(finding.named(idOrUsername));
    }
}
