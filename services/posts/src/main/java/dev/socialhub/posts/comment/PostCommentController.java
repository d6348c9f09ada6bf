package dev.socialhub.posts.comment;

import dev.socialhub.people.name.FindUser;
import dev.socialhub.people.name.NamedUser;
import dev.socialhub.posts.post.PostId;
import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.idempotency.Idempotent;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;

/** The comments on a post, over HTTP. */
@Controller("/api/v1/posts/{id}/comments")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class PostCommentController {

    private final FindUser users;
    private final AddComment addComment;
    private final ReadComments readComments;

    PostCommentController(FindUser users, AddComment addComment, ReadComments readComments) {
        this.users = users;
        this.addComment = addComment;
        this.readComments = readComments;
    }

    /** Adds a comment to a post, or a reply to one of its comments. */
    @Post
    @Status(HttpStatus.CREATED)
    HttpResponse<CommentView> add(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @Body @Valid NewComment comment) {
        UUID postId = PostId.of(id);
        return addOnce(caller, users.ofCaller(caller), postId, comment);
    }

    @Idempotent
    HttpResponse<CommentView> addOnce(
            Caller caller, NamedUser author, UUID postId, @Body NewComment comment) {
        CommentView added = CommentView.of(addComment.add(author, postId, comment));
        return HttpResponse.created(added, URI.create("/api/v1/comments/" + added.id()));
    }

    /** Lists the comments that reply to the post itself, oldest first. */
    @Get
    HttpResponse<Page<CommentView>> list(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @PathVariable String id,
            @Valid @RequestBean PageQuery query) {
        return readComments.ofPost(PostId.of(id), caller.id(), query).answer(request);
    }
}
