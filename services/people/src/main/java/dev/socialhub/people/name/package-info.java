/** A replica of users' names, in services that show users to each other. */
@Configuration
@Requires(property = "socialhub.people.names", value = StringUtils.TRUE)
@NullMarked
package dev.socialhub.people.name;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import org.jspecify.annotations.NullMarked;
