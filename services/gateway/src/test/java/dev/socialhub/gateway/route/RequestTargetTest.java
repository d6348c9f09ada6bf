package dev.socialhub.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "//, /",
        "/posts/, /posts",
        "//api///v1//posts//, /api/v1/posts",
        "/%61pi/v1/%70osts, /api/v1/posts",
        "/users/caf%c3%a9, /users/caf%C3%A9",
        "/users/%7ejane, /users/~jane",
        "/users/a b c, ",
        "/users/{id}, /users/%7Bid%7D",
        "http://example.org/posts, /posts",
        "HTTPS://example.org, /",
        "/users/%252e%252e, /users/%252e%252e",
        "/posts/...., /posts/....",
    })
    void hasOneNormalForm(String uri, String path) {
        assertThat(RequestTarget.parse(uri).map(RequestTarget::path).orElse(null)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "posts",
                "*",
                "/../internal",
                "/posts/../internal",
                "/posts/%2e%2e/internal",
                "/posts/%2E./internal",
                "/posts/.%2e/internal",
                "/posts/./1",
                "/posts/..",
                "/posts%2finternal",
                "/posts%2Finternal",
                "/posts%5cinternal",
                "/posts\\internal",
                "/posts/%00",
                "/posts/%0d%0aX:1",
                "/posts/%7f",
                "/posts/%zz",
                "/posts/%2",
                "/posts/%",
                "/posts#fragment",
                "/posts/\u0001",
                "/posts/\u20ac",
                "/posts?q=%",
                "/posts?q=#",
                "/posts?q=\u0007"
            })
    void refusesWhatCouldMeanAnotherPath(String uri) {
        assertThat(RequestTarget.parse(uri)).isEmpty();
    }

    @Test
    void keepsTheQueryButEncodesWhatServicesWouldNotRead() {
        assertThat(query("/posts?q=a/b?c&r=[1]&s=..")).isEqualTo("q=a/b?c&r=[1]&s=..");
        assertThat(query("/posts?q=\u00c3\u00a9")).isEqualTo("q=%C3%A9");
        assertThat(query("/posts?q={\"a\"|b}")).isEqualTo("q=%7B%22a%22%7Cb%7D");
        assertThat(query("/posts?")).isEmpty();
        assertThat(query("/posts")).isEmpty();
    }

    private static String query(String uri) {
        return RequestTarget.parse(uri).orElseThrow().query();
    }
}
