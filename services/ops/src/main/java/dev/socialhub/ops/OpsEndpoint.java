package dev.socialhub.ops;

import dev.socialhub.shared.identity.Roles;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller under {@code /internal/ops} that is there for operators' tools: for bearers of
 * a service token alone, and missing altogether unless {@code socialhub.ops.enabled} is set. Hide
 * it beside this; the description's generator doesn't look for {@code @Hidden} behind other
 * annotations.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Requires(property = OpsEndpoint.ENABLED, value = StringUtils.TRUE)
@Secured(Roles.INTERNAL)
@ExecuteOn(TaskExecutors.BLOCKING)
public @interface OpsEndpoint {

    String ENABLED = "socialhub.ops.enabled";
}
