package dev.socialhub.shared.problem;

import dev.socialhub.shared.testing.TryServer;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** Fails in every way that a controller can. */
@Controller("/try")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "spec.name", value = TryServer.NAME)
class TryController {

    @Serdeable
    record Thing(@NotBlank String name, @Max(10) int count) {}

    @Post
    Thing post(@Valid @Body Thing thing) {
        return thing;
    }

    @Get("/number")
    int number(@QueryValue @Max(3) int count) {
        return count;
    }

    @Get("/id/{id}")
    UUID id(UUID id) {
        return id;
    }

    @Get("/bug")
    String bug() {
        throw new IllegalStateException("password=hunter2");
    }

    @Get("/database")
    String database() {
        throw new RuntimeException(new SQLException("connection to 10.0.0.1 refused", "08006"));
    }

    @Get("/later")
    String later() {
        throw ProblemException.retryLater(
                ProblemType.IN_PROGRESS, "Come back.", Duration.ofMillis(1_500));
    }

    @Get("/hidden")
    String hidden() {
        throw new ProblemException(
                ProblemType.NOT_FOUND, "There is no such thing.", new SQLException("secret"));
    }

    @Get("/secured")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    String secured() {
        return "in";
    }
}
