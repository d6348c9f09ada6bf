package dev.socialhub.shared.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void endsWhereTheRowsEnd() {
        assertThat(page(List.of(3L, 2L, 1L), 3))
                .isEqualTo(new Page<>(List.of(30L, 20L, 10L), null));
        assertThat(page(List.of(), 3).nextCursor()).isNull();
    }

    @Test
    void goesOnAfterTheLastRowShown() {
        assertThat(page(List.of(3L, 2L, 1L), 2))
                .isEqualTo(new Page<>(List.of(30L, 20L), new SequenceCursor(2).encoded()));
    }

    @Test
    void needsOneRowMoreThanItShows() {
        assertThat(new PageQuery(2, null).rows()).isEqualTo(3);
    }

    private static Page<Long> page(List<Long> rows, int limit) {
        return Page.of(rows, new PageQuery(limit, null), SequenceCursor::new, row -> row * 10);
    }

    @Test
    void linksToTheNextPageOfTheSameQuery() {
        HttpRequest<?> request = HttpRequest.GET("/api/v1/posts?limit=2&cursor=old&tag=a%20b");
        assertThat(new Page<>(List.of(1), "new").answer(request).getHeaders().get("Link"))
                .startsWith("</api/v1/posts?")
                .endsWith(">; rel=\"next\"")
                .contains("limit=2", "cursor=new")
                .doesNotContain("old", " b");
    }

    @Test
    void linksNowhereFromTheLastPage() {
        HttpRequest<?> request = HttpRequest.GET("/api/v1/posts");
        assertThat(new Page<>(List.of(1), null).answer(request).getHeaders().get("Link")).isNull();
    }
}
