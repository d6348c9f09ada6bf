package dev.socialhub.gateway.upstream;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Addresses of instances in the only form in which they can be compared: {@code http://host:port}.
 */
final class Addresses {

    private static final int HIGHEST_PORT = 65_535;

    private Addresses() {}

    /**
     * Parses a comma-separated list, as in a setting.
     *
     * @throws IllegalArgumentException if one of them is not such an address
     */
    static List<URI> separatedByCommas(String urls) {
        return all(
                Arrays.stream(urls.split(","))
                        .map(String::strip)
                        .filter(url -> !url.isEmpty())
                        .toList());
    }

    /**
     * Parses these addresses and drops duplicates.
     *
     * @throws IllegalArgumentException if one of them is not such an address
     */
    static List<URI> all(Collection<String> urls) {
        return urls.stream().map(Addresses::parse).distinct().toList();
    }

    private static URI parse(String url) {
        URI parsed = URI.create(url);
        String path = parsed.getRawPath();
        boolean isPlainHttp = "http".equals(parsed.getScheme()) && parsed.getHost() != null;
        boolean isBare =
                (path == null || path.isEmpty() || path.equals("/"))
                        && parsed.getRawUserInfo() == null
                        && parsed.getRawQuery() == null
                        && parsed.getRawFragment() == null;
        int port = parsed.getPort();
        if (!isPlainHttp || !isBare || port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("not of the form http://host:port: " + url);
        }
        return URI.create("http://" + parsed.getHost() + ":" + port);
    }
}
