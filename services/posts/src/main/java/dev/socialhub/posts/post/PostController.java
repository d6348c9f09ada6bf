package dev.socialhub.posts.post;

import dev.socialhub.people.name.FindUser;
import dev.socialhub.people.name.NamedUser;
import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.idempotency.Idempotent;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;

/** The HTTP API of posts. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class PostController {

    private final FindUser users;
    private final PublishPost publishPost;
    private final ReadPosts readPosts;
    private final DeletePost deletion;
    private final PostAnswers answers;

    PostController(
            FindUser users,
            PublishPost publishPost,
            ReadPosts readPosts,
            DeletePost deletion,
            PostAnswers answers) {
        this.users = users;
        this.publishPost = publishPost;
        this.readPosts = readPosts;
        this.deletion = deletion;
        this.answers = answers;
    }

    /** Publishes a post. */
    @Post("/posts")
    @Status(HttpStatus.CREATED)
    HttpResponse<PostView> publish(
            @Parameter(hidden = true) Caller caller, @Body @Valid NewPost post) {
        return publishOnce(caller, users.ofCaller(caller), post);
    }

    @Idempotent
    HttpResponse<PostView> publishOnce(Caller caller, NamedUser author, @Body NewPost post) {
        return answers.created(publishPost.publish(author, post));
    }

    /** Shows one post. */
    @Get("/posts/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "The post.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PostView.class)))
    HttpResponse<byte[]> show(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @PathVariable String id) {
        return answers.unlessKnown(request, readPosts.one(PostId.of(id), caller.id()));
    }

    /** Lists everyone's public posts, newest first. */
    @Get("/posts")
    HttpResponse<Page<PostView>> listAll(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @Valid @RequestBean PageQuery query) {
        return readPosts.ofEveryone(caller.id(), query).answer(request);
    }

    /** Lists the posts of a user that the caller may see, newest first. */
    @Get("/users/{user}/posts")
    HttpResponse<Page<PostView>> listOfUser(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @PathVariable String user,
            @Valid @RequestBean PageQuery query) {
        NamedUser author = users.named(user);
        return readPosts.ofAuthor(author.userId(), caller.id(), query).answer(request);
    }

    /** Deletes one of the caller's own posts. */
    @Delete("/posts/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        deletion.delete(PostId.of(id), caller.id());
    }
}
