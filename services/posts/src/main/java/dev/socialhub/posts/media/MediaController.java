package dev.socialhub.posts.media;

import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.identity.Caller;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;

/** What is known of media. */
@Controller("/api/v1/media/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class MediaController {

    private final ReadMedia readMedia;

    MediaController(ReadMedia readMedia) {
        this.readMedia = readMedia;
    }

    /** Shows a picture or a video to its owner, and to the readers of its post. */
    @Get
    MediaView showMedia(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return readMedia.one(MediaId.of(id), caller.id());
    }

    /** Describes one of the caller's pictures or videos, for users that can't see it. */
    @Patch
    MediaView describeMedia(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @Body @Valid AltText text) {
        return readMedia.describe(MediaId.of(id), caller.id(), text.alt());
    }
}
