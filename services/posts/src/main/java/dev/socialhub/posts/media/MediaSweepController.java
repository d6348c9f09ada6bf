package dev.socialhub.posts.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.ops.OpsEndpoint;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.UncheckedIOException;

@Hidden
@Controller("/internal/ops/media/sweep")
@OpsEndpoint
class MediaSweepController {

    private final MediaSweep sweep;

    MediaSweepController(MediaSweep sweep) {
        this.sweep = sweep;
    }

    /** Counts the media that no post needs. */
    @Get
    SweepReport preview() {
        return new SweepReport(sweep.preview(), false);
    }

    /**
     * Removes them.
     *
     * @throws ProblemException 503 when a store doesn't answer
     */
    @Post
    SweepReport execute() {
        try {
            return new SweepReport(sweep.removeAll(), true);
        } catch (UncheckedIOException e) {
            throw StoreProblem.unavailable(e);
        }
    }

    /** The media that a sweep removes, or has removed. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SweepReport(SweptMedia media, boolean executed) {}
}
