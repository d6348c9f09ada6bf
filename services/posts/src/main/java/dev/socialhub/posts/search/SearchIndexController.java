package dev.socialhub.posts.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.ops.OpsEndpoint;
import dev.socialhub.ops.page.OpsPageQuery;
import dev.socialhub.posts.id.IdForm;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators do with the index of the search. */
@Hidden
@Controller("/internal/ops/search")
@OpsEndpoint
class SearchIndexController {

    private final ReindexPosts reindexPosts;

    SearchIndexController(ReindexPosts reindexPosts) {
        this.reindexPosts = reindexPosts;
    }

    /** Says how many posts a reindexing would take. */
    @Get
    IndexSize size() {
        return new IndexSize(reindexPosts.size());
    }

    /** Indexes a page of posts again, with the language that the service has now. */
    @Post("/reindex")
    IndexedPage reindex(@Valid @RequestBean OpsPageQuery query) {
        IndexedRange range = reindexPosts.page(after(query.after()), query.limit());
        return new IndexedPage(range.posts(), range.posts() < query.limit() ? null : range.last());
    }

    private static @Nullable UUID after(@Nullable String text) {
        return text == null
                ? null
                : IdForm.parse(text, () -> ProblemException.invalid("after", "is not an id"));
    }

    @Serdeable
    record IndexSize(long posts) {}

    /** How many posts were indexed, and where the next page begins; null after the last one. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record IndexedPage(int posts, @Nullable UUID next) {}
}
