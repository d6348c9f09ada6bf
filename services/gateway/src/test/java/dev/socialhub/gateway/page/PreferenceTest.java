package dev.socialhub.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8",
                "text/html",
                "Text/HTML; charset=utf-8",
                "text/html, */*",
                "text/html;q=0.9, application/json;q=0.8",
                "application/json;q=0, text/html;q=0.1"
            })
    void seesABrowser(String accept) {
        assertThat(Preference.isHtml(List.of(accept))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "",
                "application/json",
                "application/json, text/html",
                "text/html;q=0.5, application/json",
                "text/html;q=0.5, */*",
                "text/html;q=0",
                "text/html;q=2",
                "text/html;q=x",
                "text/html;q=0.1234",
                ";;;,,,=",
                "text/*"
            })
    void seesAProgram(String accept) {
        assertThat(Preference.isHtml(List.of(accept))).isFalse();
    }

    @Test
    void readsAllHeadersTogether() {
        assertThat(Preference.isHtml(List.of())).isFalse();
        assertThat(Preference.isHtml(List.of("application/json;q=0.5", "text/html"))).isTrue();
    }
}
