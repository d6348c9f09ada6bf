package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.e2e.browser.Browser;
import dev.socialhub.e2e.browser.Tab;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page at which a developer reads what the API can do, and tries it. */
class ApiDocsIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String OPERATIONS =
            "[...document.querySelectorAll('.opblock')].map(e => e.id)";

    /** React sees a value only if the field's own setter has set it. */
    private static final String ENTER =
            """
            (() => {
              const field = document.querySelector('%s');
              const prototype = Object.getPrototypeOf(field);
              Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, '%s');
              field.dispatchEvent(new Event('input', {bubbles: true}));
            })()
            """;

    @RegisterExtension static final Browser BROWSER = new Browser(() -> Tool.needed("chromium"));

    private final PlatformUnderTest platform = PlatformUnderTest.shared();

    @Test
    void listsEveryOperationWithoutAnErrorAndWithoutTheInternet() {
        Tab tab = opened();
        assertThat(tab.texts(OPERATIONS)).containsExactlyInAnyOrderElementsOf(documented());
        assertThat(tab.errors()).isEmpty();
        assertThat(tab.texts("performance.getEntriesByType('resource').map(e => e.name)"))
                .hasSizeGreaterThan(3)
                .allMatch(address -> address.startsWith(home()) || address.startsWith("data:"));
        assertThat(tab.evaluate("document.querySelector('.info').textContent").asText())
                .contains("Problem types", "idempotency-key-reused");
        tab.photograph(platform.root().resolve("cli/target/docs/all.png"));
    }

    @Test
    void callsTheApiWithTheTokenThatAVisitorEnters() {
        Client.Person person = platform.gateway().signUp();
        Tab tab = opened();
        click(tab, ".auth-wrapper .authorize");
        String field = ".auth-container input";
        await().atMost(SOON).until(() -> count(tab, field) == 1);
        tab.evaluate(ENTER.formatted(field, person.token()));
        click(tab, ".auth-btn-wrapper .authorize");
        click(tab, ".auth-btn-wrapper .btn-done");

        String operation = "#operations-users-getUsersMe ";
        click(tab, operation + ".opblock-summary-control");
        click(tab, operation + ".execute");
        String answer = operation + ".live-responses-table";
        await().atMost(SOON).until(() -> count(tab, answer) == 1);
        assertThat(
                        tab.evaluate("document.querySelector('%s').textContent".formatted(answer))
                                .asText())
                .contains("200", person.id());
        assertThat(tab.errors()).isEmpty();
    }

    private Tab opened() {
        Tab tab = BROWSER.tab().sized(1280, 800, "light").open(home() + "api/docs/");
        await().atMost(SOON).until(() -> count(tab, ".opblock") > 0);
        return tab;
    }

    /** The ids that Swagger UI gives to the operations of the document. */
    private List<String> documented() {
        JsonNode document = platform.gateway().get("/api/v1/openapi.json").json();
        TreeSet<String> ids = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (JsonNode operation : path.getValue()) {
                ids.add(
                        "operations-%s-%s"
                                .formatted(
                                        operation.at("/tags/0").asText(),
                                        operation.path("operationId").asText()));
            }
        }
        return List.copyOf(ids);
    }

    private String home() {
        return "http://127.0.0.1:" + platform.port("GATEWAY_PORT") + "/";
    }

    /** Clicks as soon as there is something to click on. */
    private static void click(Tab tab, String selector) {
        await().atMost(SOON).until(() -> count(tab, selector) == 1);
        tab.evaluate("document.querySelector('%s').click()".formatted(selector));
    }

    private static int count(Tab tab, String selector) {
        return tab.evaluate("document.querySelectorAll('%s').length".formatted(selector)).asInt();
    }
}
