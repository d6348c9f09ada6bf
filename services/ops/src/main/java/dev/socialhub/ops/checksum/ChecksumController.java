package dev.socialhub.ops.checksum;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.ops.OpsEndpoint;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Comparator;
import java.util.List;

@Hidden
@Controller("/internal/ops/checksum")
@OpsEndpoint
@Requires(beans = Checksums.class)
final class ChecksumController {

    /** One for each kind of store. */
    private final List<Checksums> stores;

    ChecksumController(List<Checksums> stores) {
        this.stores = stores;
    }

    /** Says what this service holds, in a form that can be compared. */
    @Get
    State state() {
        return new State(
                stores.stream()
                        .flatMap(store -> store.take().stream())
                        .sorted(Comparator.comparing(Checksum::name))
                        .toList());
    }

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record State(List<Checksum> parts) {}
}
