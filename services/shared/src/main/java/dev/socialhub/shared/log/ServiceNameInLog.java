package dev.socialhub.shared.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.CoreConstants;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import org.slf4j.LoggerFactory;

/** Has every log line name the service, from when its settings are read. */
@Context
@Requires(property = "micronaut.application.name")
final class ServiceNameInLog {

    ServiceNameInLog(@Value("${micronaut.application.name}") String service) {
        // Of several services in one process the first one counts: a name is given once.
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log
                && CoreConstants.DEFAULT_CONTEXT_NAME.equals(log.getName())) {
            log.setName(service);
        }
    }
}
