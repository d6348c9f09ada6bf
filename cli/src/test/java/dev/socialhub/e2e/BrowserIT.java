package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.socialhub.e2e.browser.Browser;
import dev.socialhub.e2e.browser.PageAudit;
import dev.socialhub.e2e.browser.Tab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page audit works: it finds every flaw of a page that has them all. */
class BrowserIT {

    private static final String FLAWED =
            """
            <!doctype html>
            <html><head><style>
              html { background: white; }
              p { width: 500px; background: #fff; } .faint { color: #999; } .good { color: #444; }
            </style></head><body>
            <p class="faint">faint</p><p class="good" style="color: red">good</p>
            <script>document.title = 'ran'</script>
            </body></html>
            """;

    @RegisterExtension static final Browser BROWSER = new Browser(() -> Tool.needed("chromium"));

    @Test
    void seesWhatIsWrongWithAPage() throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", BrowserIT::answer);
        server.start();
        try {
            Tab tab = BROWSER.tab().sized(360, 700, "light");
            tab.open("http://127.0.0.1:" + server.getAddress().getPort() + "/");

            await().untilAsserted(() ->
                    assertThat(String.join("\n", tab.complaints()))
                            .contains("style-src-attr", "script-src"));
            assertThat(tab.evaluate("document.title").asText()).isEmpty();
            assertThat(PageAudit.tooWide(tab, 360)).contains("P.faint faint", "P.good good");
            assertThat(PageAudit.tooFaint(tab)).containsExactly("2.85 P.faint faint");
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] page = FLAWED.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "style-src-elem 'unsafe-inline'; style-src-attr 'none'; script-src 'none'");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }
}
