package dev.socialhub.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.page.DemoLogins.Login;
import io.micronaut.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LandingHtmlTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:11:12.5Z");
    private static final ServiceView UP = new ServiceView("auth", List.of("0.1.0"), 2, 2, null);
    private static final ServiceView HALF =
            new ServiceView("users", List.of("0.1.0", "0.2.0"), 2, 3, null);
    private static final ServiceView DOWN =
            new ServiceView("posts", List.of(), 0, 1, Instant.parse("2026-02-28T23:59:58Z"));

    private final LandingHtml html = new LandingHtml(JsonMapper.createDefault());

    @Test
    void showsEachServiceWithStateVersionAndInstances() {
        assertThat(page(UP, HALF, DOWN))
                .contains(
                        "<th scope=\"row\">auth</th><td><span class=\"up\">up</span></td>"
                                + "<td>0.1.0</td><td>2 of 2</td>")
                .contains(
                        "<span class=\"degraded\">degraded</span></td><td>0.1.0, 0.2.0</td>"
                                + "<td>2 of 3</td>")
                .contains("<span class=\"down\">down</span>")
                .contains(
                        "since <time datetime=\"2026-02-28T23:59:58Z\">28 Feb, 23:59:58 UTC</time>")
                .contains("<td>–</td><td>0 of 1</td>")
                .contains("<time datetime=\"2026-03-01T10:11:12.500Z\">1 Mar, 10:11:12 UTC</time>");
    }

    @Test
    void claimsNoTimeThatIsUnknown() {
        ServiceView neverSeen = new ServiceView("posts", List.of(), 0, 1, null);
        assertThat(page(UP, neverSeen))
                .contains("<span class=\"down\">down</span></td>")
                .doesNotContain("since <time");
    }

    @Test
    void saysInOneLineHowThingsAre() {
        ServiceView alsoDown = new ServiceView("users", List.of(), 0, 1, null);
        ServiceView third = new ServiceView("notifications", List.of(), 0, 1, null);
        assertThat(view(UP).summary()).isEqualTo("Everything is up");
        assertThat(view(UP, HALF).summary())
                .isEqualTo("Every service answers, but not every instance");
        assertThat(view(UP, HALF, DOWN).summary()).isEqualTo("posts is down");
        assertThat(view(UP, alsoDown, DOWN).summary()).isEqualTo("users and posts are down");
        assertThat(view(UP, alsoDown, DOWN, third).summary())
                .isEqualTo("users, posts and notifications are down");
        assertThat(view(DOWN, alsoDown).summary()).isEqualTo("No service is up");
    }

    @Test
    void writesCommandsForTheAddressThatTheVisitorUses() {
        assertThat(page(UP))
                .contains("curl -sS -X POST https://hub.example:8443/api/v1/auth/signup")
                .contains("curl https://hub.example:8443/<")
                .doesNotContain("localhost");
    }

    @Test
    void showsDemoLoginsOnlyWhenThereAreAny() {
        assertThat(page(UP)).doesNotContain("Users to log in as");
        assertThat(page(new DemoLogins("pass", List.of(new Login("ada", "Ada", "Counts")))))
                .contains("Users to log in as", "<bdi>ada</bdi>", "<bdi>Counts</bdi>")
                .contains("-d &#39;{&quot;identifier&quot;:&quot;ada&quot;,&quot;password&quot;");
    }

    @Test
    void escapesEverythingThatTheFileSays() {
        String evil = "</code><script>alert(1)</script>'\"$(id)`id`\\\n&";
        String page = page(new DemoLogins(evil, List.of(new Login(evil, evil, evil))));

        assertThat(page).doesNotContain("<script", "</code>&lt;");
        // In the shell, the quoted text is closed, a quote is added, and it is opened again; line
        // breaks are escaped by JSON.
        assertThat(page)
                .contains("alert(1)&lt;/script&gt;&#39;\\&#39;&#39;\\&quot;$(id)`id`\\\\\\n&amp;");
    }

    @Test
    void staysSmallHoweverManyLoginsThereAre() {
        List<Login> many =
                IntStream.range(0, 300)
                        .mapToObj(i -> new Login("user" + i, "Name " + i, "About " + i))
                        .toList();
        String page = page(new DemoLogins("pass", many));
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(15 * 1024);
        assertThat(page).contains("user11<").doesNotContain("user12<");
    }

    @Test
    void allowsItsOwnStyleAndNothingElse() throws Exception {
        String page = page(UP);
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(html.policy())
                .startsWith("default-src 'none'; ")
                .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'")
                .doesNotContain("unsafe");
        assertThat(page).doesNotContain("<script", " style=", "src=", "{{");
    }

    private String page(ServiceView... services) {
        return html.of(view(services)).toString();
    }

    private String page(DemoLogins logins) {
        return html.of(
                        new LandingView(
                                "0.1.0",
                                "http://localhost:8080",
                                NOW,
                                List.of(UP, HALF, DOWN),
                                Optional.of(logins)))
                .toString();
    }

    private static LandingView view(ServiceView... services) {
        return new LandingView(
                "0.1.0", "https://hub.example:8443", NOW, List.of(services), Optional.empty());
    }
}
