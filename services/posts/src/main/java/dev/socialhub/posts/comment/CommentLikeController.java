package dev.socialhub.posts.comment;

import dev.socialhub.people.name.FindUser;
import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.identity.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.UUID;

/** Likes of comments over HTTP. */
@Controller("/api/v1/comments/{comment}/like")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class CommentLikeController {

    private final FindUser users;
    private final LikeComment likeComment;

    CommentLikeController(FindUser users, LikeComment likeComment) {
        this.users = users;
        this.likeComment = likeComment;
    }

    /** Likes a comment; repeating it has no further effect. */
    @Put
    CommentLikeView like(@Parameter(hidden = true) Caller caller, @PathVariable String comment) {
        UUID commentId = CommentController.idOf(comment);
        users.ofCaller(caller);
        return likeComment.like(commentId, caller.id());
    }

    /** Removes the caller's like of a comment. */
    @Delete
    CommentLikeView unlike(@Parameter(hidden = true) Caller caller, @PathVariable String comment) {
        UUID commentId = CommentController.idOf(comment);
        users.ofCaller(caller);
        return likeComment.unlike(commentId, caller.id());
    }
}
