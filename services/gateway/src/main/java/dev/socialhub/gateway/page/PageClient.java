package dev.socialhub.gateway.page;

import java.util.List;

/**
 * The client that requests a page.
 *
 * @param accepts the values of the Accept headers
 * @param knownVersions the values of the If-None-Match headers
 * @param address the address that the visitor used to reach the gateway, such as {@code
 *     http://localhost:8080}
 */
public record PageClient(List<String> accepts, List<String> knownVersions, String address) {

    public PageClient {
        accepts = List.copyOf(accepts);
        knownVersions = List.copyOf(knownVersions);
    }
}
