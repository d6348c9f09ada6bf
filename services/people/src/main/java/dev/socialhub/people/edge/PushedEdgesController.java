package dev.socialhub.people.edge;

import dev.socialhub.shared.identity.Roles;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;

/** For the users service, while Kafka is unavailable. */
@Hidden
@Controller("/internal/edges")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Roles.INTERNAL)
class PushedEdgesController {

    private final TakePushedEdges takeEdges;

    PushedEdgesController(TakePushedEdges takeEdges) {
        this.takeEdges = takeEdges;
    }

    /**
     * Stores edges whose events have not arrived yet; edges older than the stored ones have no
     * effect.
     */
    @Post
    @Status(HttpStatus.NO_CONTENT)
    void take(@Valid @Body PushedBatch pushed) {
        takeEdges.take(pushed.snapshots());
    }
}
