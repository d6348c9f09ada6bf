package dev.socialhub.cli.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.load.result.LoadRun;
import dev.socialhub.cli.load.result.Runs;
import dev.socialhub.loadtest.format.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    @Test
    void showsVerdictTableGoalsAndPictures() {
        String page = ReportPage.of(Runs.good("20260131T120000Z-follow", 9));
        assertThat(page)
                .contains("<h1>follow <span class=\"verdict met\">met</span></h1>")
                .contains("<th scope=\"row\" class=\"text\">follow</th>")
                .contains("<td class=\"number\">1000/s</td>")
                .contains("<td class=\"number\">9 ms</td>")
                .contains("<td class=\"number\">800 µs</td>")
                .contains("0.400 <span>at most 0.4</span>")
                .contains("aria-label=\"Response times of follow\"")
                .contains("aria-label=\"Requests\"")
                .contains("aria-label=\"CPU\"")
                .contains("aria-label=\"Memory\"")
                .contains("aria-label=\"Events not handled yet\"")
                .doesNotContain("Events not sent yet");
    }

    @Test
    void loadsNothingFromOtherPlaces() {
        assertThat(ReportPage.of(Runs.good("a", 9)))
                .doesNotContain("<script")
                .doesNotContain("<link")
                .doesNotContain("<img")
                .doesNotContain("src=")
                .doesNotContain("url(")
                .doesNotContain("@import");
    }

    @Test
    void foreignTextIsEscaped() {
        String evil = "<script>alert(\"1\")</script>&'\u001b";
        Outcome.Operation odd =
                new Outcome.Operation(
                        evil,
                        10,
                        10,
                        9,
                        1,
                        List.of(new Outcome.Failure(evil, 1)),
                        null,
                        List.of(new Outcome.Second(0, 1, 1, 0, 1.0, 1.0, 1.0)));
        LoadRun run =
                Runs.run(
                        evil,
                        Map.of(),
                        Runs.outcome(List.of(new Outcome.Finding(evil, 1, 0, evil)), odd),
                        Runs.measured(1, 1, evil),
                        Map.of(evil, evil));
        assertThat(ReportPage.of(run))
                .doesNotContain("<script")
                .doesNotContain("\u001b")
                .doesNotContain("alert(\"1\")")
                .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;");
    }

    @Test
    void aRunWithoutOperationsHasAPage() {
        LoadRun run = Runs.run("a", Map.of(), Runs.outcome(List.of()), Runs.measured(0, 0));
        assertThat(ReportPage.of(run)).contains("nothing was measured").endsWith("</html>\n");
    }
}
