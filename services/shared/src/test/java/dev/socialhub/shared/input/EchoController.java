package dev.socialhub.shared.input;

import dev.socialhub.shared.testing.TryServer;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Gives back what it is sent. */
@Controller("/echo")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "spec.name", value = TryServer.NAME)
class EchoController {

    @Serdeable
    record Text(String text) {}

    @Post
    Text body(@Body Text text) {
        return text;
    }

    @Get("/flags")
    Text flags(
            @QueryValue(defaultValue = "true") boolean given,
            @QueryValue("or-not") @Nullable Boolean absent) {
        return new Text(given + "|" + absent);
    }

    @Get("/flags/bean")
    Text flags(@RequestBean Flags flags) {
        return new Text(String.valueOf(flags.given()));
    }

    @Introspected
    record Flags(@QueryValue(defaultValue = "false") boolean given) {}

    @Get("/{segment}")
    Text address(String segment, @Nullable @QueryValue String query) {
        return new Text(segment + "|" + query);
    }
}
