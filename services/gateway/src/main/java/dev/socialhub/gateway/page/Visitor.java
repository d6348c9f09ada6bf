package dev.socialhub.gateway.page;

import java.util.List;

/**
 * Who looks at a page.
 *
 * @param accepts the values of the Accept headers
 * @param address under which the visitor has reached the gateway, such as {@code
 *     http://localhost:8080}
 */
public record Visitor(List<String> accepts, String address) {

    public Visitor {
        accepts = List.copyOf(accepts);
    }
}
