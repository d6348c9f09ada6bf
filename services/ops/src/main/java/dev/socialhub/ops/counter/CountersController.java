package dev.socialhub.ops.counter;

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
@Controller("/internal/ops/counters")
@OpsEndpoint
@Requires(beans = Counter.class)
class CountersController {

    private final List<Counter> counters;

    CountersController(List<Counter> counters) {
        this.counters = counters;
    }

    /** Names what this service counts. */
    @Get
    Counters list() {
        return new Counters(counters.stream().map(Counter::name).sorted().toList());
    }

    /** Says which counts of a page are wrong. */
    @Post("/{name}/verify")
    CounterReport verify(@PathVariable String name, @Valid @RequestBean OpsPageQuery query) {
        CountedPage page = named(name, query.after()).verify(query.after(), query.limit());
        return CounterReport.of(page, query.examples(), false);
    }

    /** Reports which counts of a page were wrong, and corrects them. */
    @Post("/{name}/recount")
    CounterReport recount(@PathVariable String name, @Valid @RequestBean OpsPageQuery query) {
        CountedPage page = named(name, query.after()).recount(query.after(), query.limit());
        return CounterReport.of(page, query.examples(), true);
    }

    private Counter named(String name, @Nullable String after) {
        Counter counter =
                counters.stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.notFound("There is no such counter."));
        if (after != null) {
            counter.requireKey(after);
        }
        return counter;
    }

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Counters(List<String> counters) {}
}
