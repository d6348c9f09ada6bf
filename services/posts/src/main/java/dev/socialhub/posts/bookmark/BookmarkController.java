package dev.socialhub.posts.bookmark;

import dev.socialhub.people.name.FindUser;
import dev.socialhub.posts.post.PostId;
import dev.socialhub.posts.post.PostView;
import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;

/** The HTTP API of bookmarks. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class BookmarkController {

    private final FindUser users;
    private final ChangeBookmark changeBookmark;
    private final ListBookmarks listBookmarks;

    BookmarkController(FindUser users, ChangeBookmark changeBookmark, ListBookmarks listBookmarks) {
        this.users = users;
        this.changeBookmark = changeBookmark;
        this.listBookmarks = listBookmarks;
    }

    /** Bookmarks a post. Only the caller knows of it. */
    @Put("/posts/{id}/bookmark")
    BookmarkView add(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        changeBookmark.add(users.ofCaller(caller).userId(), PostId.of(id));
        return new BookmarkView(true);
    }

    /** Removes a bookmark. */
    @Delete("/posts/{id}/bookmark")
    BookmarkView remove(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        changeBookmark.remove(caller.id(), PostId.of(id));
        return new BookmarkView(false);
    }

    /** Lists the posts that the caller has bookmarked, the newest bookmark first. */
    @Get("/bookmarks")
    HttpResponse<Page<PostView>> list(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @Valid @RequestBean PageQuery query) {
        return listBookmarks.of(caller.id(), query).answer(request);
    }
}
