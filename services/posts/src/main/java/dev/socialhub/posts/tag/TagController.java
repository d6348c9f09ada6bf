package dev.socialhub.posts.tag;

import dev.socialhub.posts.post.PostView;
import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;

/** The HTTP API of hashtags. */
@Controller("/api/v1/tags")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class TagController {

    private final ListTaggedPosts listTaggedPosts;

    TagController(ListTaggedPosts listTaggedPosts) {
        this.listTaggedPosts = listTaggedPosts;
    }

    /** Lists the posts with a hashtag that the caller may see, newest first. */
    @Get("/{tag}/posts")
    HttpResponse<Page<PostView>> listTagged(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @PathVariable String tag,
            @Valid @RequestBean PageQuery query) {
        return listTaggedPosts.of(tag, caller.id(), query).answer(request);
    }
}
