package dev.socialhub.shared.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void endsWhereTheRowsEnd() {
        assertThat(Page.of(List.of(3, 2, 1), 3, row -> "after " + row, row -> row * 10))
                .isEqualTo(new Page<>(List.of(30, 20, 10), null));
        assertThat(Page.of(List.<Integer>of(), 3, row -> "after " + row, row -> row).nextCursor())
                .isNull();
    }

    @Test
    void goesOnAfterTheLastRowShown() {
        assertThat(Page.of(List.of(3, 2, 1), 2, row -> "after-" + row, row -> row))
                .isEqualTo(new Page<>(List.of(3, 2), "after-2"));
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
