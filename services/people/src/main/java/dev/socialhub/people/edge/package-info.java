/** A replica of follows and blocks, in services whose data only some users may see. */
@Configuration
@Requires(property = "socialhub.people.edges")
@NullMarked
package dev.socialhub.people.edge;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
