package dev.socialhub.posts.comment;

import dev.socialhub.posts.id.IdForm;
import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.util.UUID;

/** One comment, over HTTP. */
@Controller("/api/v1/comments/{comment}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class CommentController {

    private final ReadComments readComments;
    private final EditComment editComment;
    private final DeleteComment deletion;

    CommentController(ReadComments readComments, EditComment editComment, DeleteComment deletion) {
        this.readComments = readComments;
        this.editComment = editComment;
        this.deletion = deletion;
    }

    /** Shows one comment. */
    @Get
    CommentView show(@Parameter(hidden = true) Caller caller, @PathVariable String comment) {
        return CommentView.of(readComments.one(idOf(comment), caller.id()));
    }

    /** Lists the direct replies to a comment, oldest first. */
    @Get("/replies")
    HttpResponse<Page<CommentView>> listReplies(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @PathVariable String comment,
            @Valid @RequestBean PageQuery query) {
        return readComments.repliesTo(idOf(comment), caller.id(), query).answer(request);
    }

    /** Replaces the content of one of the caller's own comments. */
    @Patch
    CommentView edit(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String comment,
            @Body @Valid CommentEdit edit) {
        return CommentView.of(editComment.edit(idOf(comment), caller.id(), edit));
    }

    /**
     * Deletes one of the caller's own comments, or a comment on one of the caller's posts. While it
     * has replies its place is still shown.
     */
    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void delete(@Parameter(hidden = true) Caller caller, @PathVariable String comment) {
        deletion.delete(idOf(comment), caller.id());
    }

    static UUID idOf(String text) {
        return IdForm.parse(text, ReadComments::noSuchComment);
    }
}
