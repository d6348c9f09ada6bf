package dev.socialhub.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void escapesWhatComesFromOutside() {
        assertThat(Html.text("<script>alert(\"1\" & '2')</script>"))
                .hasToString("&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;");
        assertThat(Html.text("a\u0000b\u001bc\nd")).hasToString("a\uFFFDb\uFFFDc\nd");
    }

    @Test
    void fillsEveryGap() {
        Html filled =
                new Template("<b>{{name}}</b> {{name}} {{other}}")
                        .filled(Map.of("name", Html.text("<x>"), "other", Html.markup("<i>")));
        assertThat(filled).hasToString("<b>&lt;x&gt;</b> &lt;x&gt; <i>");
    }

    @Test
    void takesAValueForNoGap() {
        assertThat(new Template("{{name}}").filled(Map.of("name", Html.text("{{name}}"))))
                .hasToString("{{name}}");
    }

    @Test
    void leavesNoGapAndNoValueOver() {
        Template template = new Template("{{name}}");
        assertThatThrownBy(() -> template.filled(Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> template.filled(Map.of("name", Html.NONE, "unknown", Html.NONE)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
