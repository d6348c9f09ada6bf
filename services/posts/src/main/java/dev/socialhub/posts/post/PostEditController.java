package dev.socialhub.posts.post;

import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.identity.Caller;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;

/** The HTTP API of edits and of what they replaced. */
@Controller("/api/v1/posts")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class PostEditController {

    private final EditPost editPost;
    private final ReadHistory readHistory;
    private final PostAnswers answers;

    PostEditController(EditPost editPost, ReadHistory readHistory, PostAnswers answers) {
        this.editPost = editPost;
        this.readHistory = readHistory;
        this.answers = answers;
    }

    /** Changes the given fields of one of the caller's own posts. */
    @Patch("/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "The post.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PostView.class)))
    HttpResponse<byte[]> edit(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @PathVariable String id,
            @Body @Valid PostEdit edit) {
        ExpectedVersions expected =
                ExpectedVersions.of(request.getHeaders().getAll(HttpHeaders.IF_MATCH));
        return answers.with(editPost.edit(PostId.of(id), caller.id(), edit, expected));
    }

    /** Lists the last versions of a post, newest first. */
    @Get("/{id}/history")
    PostHistory history(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return readHistory.of(PostId.of(id), caller.id());
    }
}
