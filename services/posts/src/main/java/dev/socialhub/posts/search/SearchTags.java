package dev.socialhub.posts.search;

import dev.socialhub.posts.text.Hashtag;
import dev.socialhub.shared.paging.CountCursor;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import jakarta.inject.Singleton;
import java.util.List;

/** Searches hashtags. */
@Singleton
class SearchTags {

    private final TagSearchRepository tags;
    private final SearchMetrics metrics;

    SearchTags(TagSearchRepository tags, SearchMetrics metrics) {
        this.tags = tags;
        this.metrics = metrics;
    }

    /**
     * A page of the hashtags that begin so, those with most public posts first.
     *
     * @param beginning with or without the number sign
     */
    Page<TagView> by(String beginning, PageQuery query) {
        String folded = Hashtag.folded(beginning);
        CountCursor below = query.belowCount();
        List<FoundTag> found =
                folded.isEmpty() ? List.of() : tags.find(folded, below, query.rows());
        metrics.tagsSearched();
        return Page.of(found, query, FoundTag::cursor, FoundTag::view);
    }
}
