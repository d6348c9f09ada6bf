package dev.socialhub.posts.search;

import dev.socialhub.shared.paging.TimeCursor;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** PostgreSQL's full text search. */
@Singleton
class FullTextIndex implements PostIndex {

    private final FullTextRepository texts;
    private final SearchConfiguration configuration;

    FullTextIndex(FullTextRepository texts, SearchConfiguration configuration) {
        this.texts = texts;
        this.configuration = configuration;
    }

    /** In one transaction, whose first statement decides how the second one is planned. */
    @Override
    @Transactional
    public List<FoundPost> find(String text, UUID viewerId, TimeCursor after, int rows) {
        return texts.parse(text)
                .map(query -> texts.find(query, viewerId, configuration.candidates(), after, rows))
                .orElse(List.of());
    }
}
