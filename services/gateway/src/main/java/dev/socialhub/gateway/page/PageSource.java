package dev.socialhub.gateway.page;

import java.util.Optional;

/** Further pages that the gateway serves itself. */
@FunctionalInterface
public interface PageSource {

    /**
     * The page at this path; empty when there is none.
     *
     * @param path in normal form, without a slash at its end
     */
    Optional<OwnPage> find(String path);
}
