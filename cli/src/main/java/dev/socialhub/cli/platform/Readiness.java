package dev.socialhub.cli.platform;

import dev.socialhub.cli.http.Http;
import dev.socialhub.cli.platform.Component.Health;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Asks a service whether it is ready. */
final class Readiness {
    private static final Http HTTP = new Http(Duration.ofMillis(500), Duration.ofMillis(1_500));

    private Readiness() {}

    static Health of(URI uri) {
        try {
            int status = HTTP.send("GET", uri.toString(), Map.of(), null).status();
            return status == HttpURLConnection.HTTP_OK
                    ? Health.up()
                    : Health.down("HTTP " + status);
        } catch (IOException noAnswer) {
            return Health.down("no answer");
        }
    }
}
