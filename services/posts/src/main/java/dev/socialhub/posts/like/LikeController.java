package dev.socialhub.posts.like;

import dev.socialhub.people.name.FindUser;
import dev.socialhub.posts.post.PostId;
import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.idempotency.Idempotent;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.util.UUID;

/** Likes of posts over HTTP. */
@Controller("/api/v1/posts/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class LikeController {

    private final FindUser users;
    private final ChangeLike changeLike;
    private final ListLikers listLikers;

    LikeController(FindUser users, ChangeLike changeLike, ListLikers listLikers) {
        this.users = users;
        this.changeLike = changeLike;
        this.listLikers = listLikers;
    }

    /** Likes a post; repeating it has no further effect. */
    @Put("/like")
    LikeView like(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return change(caller, id, LikeChange.LIKE);
    }

    /** Removes the caller's like of a post. */
    @Delete("/like")
    LikeView unlike(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return change(caller, id, LikeChange.UNLIKE);
    }

    /** Likes a post, or removes the like if the caller likes the post already. */
    @Post("/like")
    HttpResponse<LikeView> toggle(
            @Parameter(hidden = true) Caller caller, @PathVariable String id) {
        users.ofCaller(caller);
        return toggleOnce(caller, PostId.of(id));
    }

    @Idempotent
    HttpResponse<LikeView> toggleOnce(Caller caller, UUID postId) {
        return HttpResponse.ok(changeLike.change(caller, postId, LikeChange.TOGGLE));
    }

    /** Lists the users that like a post, the most recent like first. */
    @Get("/likes")
    HttpResponse<Page<LikerView>> listLikers(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @PathVariable String id,
            @Valid @RequestBean PageQuery query) {
        return listLikers.of(PostId.of(id), caller.id(), query).answer(request);
    }

    /** The caller's name is stored first if it isn't known here yet: likers are listed by it. */
    private LikeView change(Caller caller, String id, LikeChange change) {
        UUID postId = PostId.of(id);
        users.ofCaller(caller);
        return changeLike.change(caller, postId, change);
    }
}
