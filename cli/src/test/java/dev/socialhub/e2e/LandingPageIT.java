package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.cli.CommandOutcome;
import dev.socialhub.e2e.browser.Browser;
import dev.socialhub.e2e.browser.PageAudit;
import dev.socialhub.e2e.browser.Tab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that the gateway's address shows in a browser. */
class LandingPageIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String COMMANDS =
            "[...document.querySelectorAll('%s pre')].map(e => e.textContent)";

    @RegisterExtension static final Browser BROWSER = new Browser(() -> Tool.needed("chromium"));

    private final PlatformUnderTest platform = PlatformUnderTest.shared();

    @ParameterizedTest
    @CsvSource({"1280,light", "1280,dark", "360,light", "360,dark"})
    void isWholeAndReadableOnEveryScreen(int width, String colours) {
        Tab tab = BROWSER.tab().sized(width, 800, colours).open(home());
        await().atMost(SOON).until(() -> summary(tab.open(home())).equals("Everything is up"));
        tab.photograph(
                platform.root().resolve("cli/target/landing/%s-%d.png".formatted(colours, width)));

        assertThat(tab.complaints()).isEmpty();
        assertThat(PageAudit.tooWide(tab, width)).isEmpty();
        assertThat(PageAudit.tooFaint(tab)).isEmpty();
        assertThat(tab.evaluate("matchMedia('(prefers-color-scheme: dark)').matches").asBoolean())
                .isEqualTo(colours.equals("dark"));
    }

    @Test
    void hasLandmarksAndHeadingsAndShowsWhereTheFocusIs() {
        Tab tab = BROWSER.tab().sized(1280, 800, "light").open(home());
        for (String one : List.of("header", "nav[aria-label]", "main", "footer", "h1", "title")) {
            assertThat(count(tab, one)).as(one).isOne();
        }
        assertThat(tab.evaluate("document.documentElement.lang").asText()).isEqualTo("en");
        assertThat(count(tab, "section")).isEqualTo(count(tab, "section[aria-labelledby] > h2"));
        assertThat(tab.texts("[...document.links].map(e => e.textContent.trim())"))
                .allSatisfy(name -> assertThat(name).isNotEmpty());
        assertThat(
                        tab.texts(
                                "[...document.links].map(e => { e.focus({focusVisible: true});"
                                        + " return getComputedStyle(e).outlineStyle; })"))
                .containsOnly("solid");
    }

    @Test
    void leadsNowhereThatIsNotThere() {
        Tab tab = BROWSER.tab().open(home());
        List<String> links = tab.texts("[...document.links].map(e => e.href)");
        assertThat(links).hasSizeGreaterThan(5);
        for (String link : links) {
            assertThat(link).startsWith(home());
            int fragment = link.indexOf('#');
            if (fragment >= 0) {
                assertThat(count(tab, link.substring(fragment))).as(link).isOne();
            } else {
                String path = link.substring(home().length() - 1);
                assertThat(platform.gateway().get(path).status()).as(link).isLessThan(400);
            }
        }
    }

    @Test
    void showsAServiceThatDiesAndThatItIsBack() {
        Tab tab = BROWSER.tab().open(home());
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(services(tab.open(home())))
                                .containsExactly(
                                        "auth|up|0.1.0|1 of 1",
                                        "users|up|0.1.0|1 of 1",
                                        "posts|up|0.1.0|1 of 1",
                                        "notifications|up|0.1.0|1 of 1",
                                        "chat|up|0.1.0|1 of 1"));

        platform.kill("posts");
        await().atMost(SOON).until(() -> summary(tab.open(home())).equals("posts is down"));
        photograph(tab, "down");
        assertThat(services(tab))
                .anySatisfy(
                        line -> assertThat(line).matches("posts\\|down since .* UTC\\|–\\|0 of 1"))
                .contains("users|up|0.1.0|1 of 1");

        platform.up();
        await().atMost(SOON).until(() -> summary(tab.open(home())).equals("Everything is up"));
        assertThat(services(tab)).contains("posts|up|0.1.0|1 of 1");
    }

    @Test
    void itsFirstStepsWorkAsTheyStandThere() {
        List<String> steps = BROWSER.tab().open(home()).texts(COMMANDS.formatted("ol"));
        assertThat(steps).hasSize(4);
        CommandOutcome outcome = platform.paste("set -eu\n" + String.join("\n", steps));
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("User created successfully")
                .contains("My first post on SocialHub!")
                .contains("You created a new post!");
    }

    @Test
    void namesPeopleToLogInAsAndHow() throws Exception {
        Client.Person person = platform.gateway().signUp();
        String name = "<script>document.title = 'broken'</script>";
        Path file = platform.home().resolve("demo-logins.json");
        byte @Nullable [] before = Files.exists(file) ? Files.readAllBytes(file) : null;
        Files.writeString(file, logins(person.username(), name));
        try {
            Tab tab = BROWSER.tab().sized(360, 800, "light").open(home());
            assertThat(
                            tab.texts(
                                    "[...document.querySelectorAll('.users li')].map(e => e.textContent)"))
                    .containsExactly(person.username() + name + " Knows <everybody>");
            assertThat(tab.evaluate("document.title").asText()).startsWith("SocialHub");
            photograph(tab, "logins");
            assertThat(count(tab, "script")).isZero();
            assertThat(tab.complaints()).isEmpty();
            assertThat(PageAudit.tooWide(tab, 360)).isEmpty();

            String logIn = tab.texts(COMMANDS.formatted("[aria-labelledby=logins]")).getFirst();
            CommandOutcome outcome =
                    platform.paste(
                            logIn
                                    + "curl -sS "
                                    + home()
                                    + "api/v1/users/me -H \"Authorization: Bearer $TOKEN\"");
            assertThat(outcome.out()).contains(person.id());
        } finally {
            if (before == null) {
                Files.delete(file);
            } else {
                Files.write(file, before);
            }
        }
    }

    private static String logins(String username, String name) {
        return new ObjectMapper()
                .valueToTree(
                        Map.of(
                                "version",
                                1,
                                "password",
                                "SecurePass123!",
                                "logins",
                                List.of(
                                        Map.of(
                                                "username",
                                                username,
                                                "name",
                                                name,
                                                "about",
                                                "Knows <everybody>"))))
                .toString();
    }

    private void photograph(Tab tab, String name) {
        tab.photograph(platform.root().resolve("cli/target/landing/" + name + ".png"));
    }

    private String home() {
        return "http://127.0.0.1:" + platform.port("GATEWAY_PORT") + "/";
    }

    private static String summary(Tab tab) {
        return tab.evaluate("document.querySelector('.summary span').textContent").asText();
    }

    /** A line for each: name, state, version, instances. */
    private static List<String> services(Tab tab) {
        return tab.texts(
                "[...document.querySelectorAll('tbody tr')]"
                        + ".map(row => [...row.cells].map(e => e.textContent).join('|'))");
    }

    private static int count(Tab tab, String selector) {
        JsonNode count = tab.evaluate("document.querySelectorAll('%s').length".formatted(selector));
        return count.asInt();
    }
}
