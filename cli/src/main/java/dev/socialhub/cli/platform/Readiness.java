package dev.socialhub.cli.platform;

import dev.socialhub.cli.platform.Component.Health;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/**
 * Asks a service whether it is ready. The old client of the JDK: it loads in a few milliseconds.
 */
final class Readiness {
    private static final int CONNECT_MILLIS = 500;
    private static final int READ_MILLIS = 1_500;

    private Readiness() {}

    static Health of(URI uri) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setUseCaches(false);
            connection.setRequestProperty("Connection", "close");
            try {
                int status = connection.getResponseCode();
                return status == HttpURLConnection.HTTP_OK
                        ? Health.up()
                        : Health.down("HTTP " + status);
            } finally {
                connection.disconnect();
            }
        } catch (IOException silent) {
            return Health.down("no answer");
        }
    }
}
