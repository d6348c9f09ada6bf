package dev.socialhub.cli.platform;

import dev.socialhub.manifest.PlatformManifest;
import java.util.List;
import java.util.stream.Stream;

/**
 * A secret of the platform.
 *
 * @param name the variable in {@code secrets.env}
 */
record Secret(String name) {
    /** The password of PostgreSQL's superuser, which no service gets. */
    static final Secret POSTGRES_PASSWORD = new Secret("POSTGRES_PASSWORD");

    /** What operators' tools and services prove themselves with. */
    static final Secret SERVICE_TOKEN_KEY = new Secret("SERVICE_TOKEN_KEY");

    /** Each secret, in the order in which they are written. */
    static final List<Secret> ALL =
            Stream.concat(
                            PlatformManifest.packaged().secrets().stream().map(Secret::new),
                            Stream.of(POSTGRES_PASSWORD, SERVICE_TOKEN_KEY))
                    .distinct()
                    .toList();

    @Override
    public String toString() {
        return name;
    }
}
