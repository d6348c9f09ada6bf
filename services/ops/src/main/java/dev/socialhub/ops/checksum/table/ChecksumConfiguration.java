package dev.socialhub.ops.checksum.table;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Set;

/**
 * What a service's checksums leave out.
 *
 * @param without tables that are no part of its state
 */
@ConfigurationProperties("socialhub.ops.checksum")
record ChecksumConfiguration(@Bindable(defaultValue = "") Set<String> without) {

    ChecksumConfiguration {
        without = Set.copyOf(without);
    }
}
