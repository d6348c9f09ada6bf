package dev.socialhub.ops.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.ops.OpsEndpoint;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Hidden
@Controller("/internal/ops/projections")
@OpsEndpoint
@Requires(beans = Projection.class)
class ProjectionsController {

    private final List<Projection<?>> projections;
    private final CheckProjection checking;

    ProjectionsController(List<Projection<?>> projections, CheckProjection checking) {
        this.projections = projections;
        this.checking = checking;
    }

    /** Names what this service keeps copies of. */
    @Get
    Projections list() {
        return new Projections(projections.stream().map(Projection::name).sorted().toList());
    }

    /** Says what is different on a page. */
    @Post("/{name}/verify")
    ProjectionReport verify(
            @PathVariable String name,
            @Nullable @QueryValue String after,
            @QueryValue(defaultValue = "1000") @Min(1) @Max(5_000) int limit)
            throws InterruptedException {
        return checking.verify(named(name, after), after, limit);
    }

    /** Says what was different on a page, and puts it right. */
    @Post("/{name}/rebuild")
    ProjectionReport rebuild(
            @PathVariable String name,
            @Nullable @QueryValue String after,
            @QueryValue(defaultValue = "1000") @Min(1) @Max(5_000) int limit) {
        return checking.rebuild(named(name, after), after, limit);
    }

    private Projection<?> named(String name, @Nullable String after) {
        Projection<?> projection =
                projections.stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () -> ProblemException.notFound("There is no such projection."));
        if (after != null) {
            projection.requireKey(after);
        }
        return projection;
    }

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Projections(List<String> projections) {}
}
