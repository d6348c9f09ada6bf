package dev.socialhub.posts.search;

import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/** The HTTP API of the search. */
@Controller("/api/v1/search")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class SearchController {

    private static final String POSTS = "posts";
    private static final String TAGS = "tags";

    private final SearchPosts searchPosts;
    private final SearchTags searchTags;

    SearchController(SearchPosts searchPosts, SearchTags searchTags) {
        this.searchPosts = searchPosts;
        this.searchTags = searchTags;
    }

    /**
     * Searches posts by their words, the best first, or hashtags by their beginnings, those with
     * most public posts first.
     *
     * @param q 1 to 100 characters: words, "phrases in quotes", or, -without; of the last word the
     *     beginning is enough
     * @param type {@code posts} or {@code tags}
     */
    @Get
    HttpResponse<Page<Object>> search(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @QueryValue @PlainText(min = 1, max = 100) String q,
            @QueryValue(defaultValue = POSTS)
                    @Pattern(regexp = POSTS + "|" + TAGS, message = "must be posts or tags")
                    String type,
            @Valid @RequestBean PageQuery query) {
        String text = PlainTextRule.normalised(q);
        Page<?> found =
                type.equals(TAGS)
                        ? searchTags.by(text, query)
                        : searchPosts.by(text, caller.id(), query);
        return new Page<>(List.<Object>copyOf(found.items()), found.nextCursor()).answer(request);
    }
}
