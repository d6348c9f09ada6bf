package dev.socialhub.shared.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.micronaut.core.propagation.PropagatedContext;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class ContextFieldsFilterTest {

    private final ContextFieldsFilter filter = new ContextFieldsFilter();

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void addsTheFieldsOfTheContextToThoseOfTheMdc() {
        MDC.put("shard", "3");
        assertThat(fieldsIn(PropagatedContext.empty().plus(LogFields.of("userId", "1"))))
                .containsOnly(Map.entry("shard", "3"), Map.entry("userId", "1"));
    }

    @Test
    void theElementThatEnteredLastReplacesFieldsOfTheSameName() {
        MDC.put("userId", "0");
        PropagatedContext context =
                PropagatedContext.empty()
                        .plus(LogFields.of("userId", "1"))
                        .plus(LogFields.of("userId", "2"));
        assertThat(fieldsIn(context)).containsOnly(Map.entry("userId", "2"));
    }

    private Map<String, String> fieldsIn(PropagatedContext context) {
        // Logback takes a line's fields from the MDC of its own logger context.
        LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
        LoggingEvent line =
                new LoggingEvent(
                        "test", loggers.getLogger("test"), Level.INFO, "a line", null, null);
        try (PropagatedContext.Scope _ = context.propagate()) {
            filter.decide(line);
        }
        return line.getMDCPropertyMap();
    }
}
