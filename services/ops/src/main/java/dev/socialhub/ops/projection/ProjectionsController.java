package dev.socialhub.ops.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.ops.OpsEndpoint;
import dev.socialhub.ops.page.OpsPageQuery;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Hidden
@Controller("/internal/ops/projections")
@OpsEndpoint
@Requires(beans = Projection.class)
class ProjectionsController {

    private final List<Projection<?>> projections;
    private final CheckProjection checkProjection;

    ProjectionsController(List<Projection<?>> projections, CheckProjection checkProjection) {
        this.projections = projections;
        this.checkProjection = checkProjection;
    }

    /** Names what this service keeps copies of. */
    @Get
    Projections list() {
        return new Projections(projections.stream().map(Projection::name).sorted().toList());
    }

    /** Says what is different on a page. */
    @Post("/{name}/verify")
    ProjectionReport verify(@PathVariable String name, @Valid @RequestBean OpsPageQuery query)
            throws InterruptedException {
        return checkProjection.verify(named(name, query.after()), query);
    }

    /** Reports what was different on a page, and corrects it. */
    @Post("/{name}/rebuild")
    ProjectionReport rebuild(@PathVariable String name, @Valid @RequestBean OpsPageQuery query) {
        return checkProjection.rebuild(named(name, query.after()), query);
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
