package dev.socialhub.shared.admission;

import dev.socialhub.shared.testing.TryServer;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** A long request whose work is in the hands of the test. */
@Controller("/try-long")
@Secured(SecurityRule.IS_ANONYMOUS)
@LongRequests
@Requires(property = "spec.name", value = TryServer.NAME)
class LongWorkController {

    private final HeldWork work;

    LongWorkController(HeldWork work) {
        this.work = work;
    }

    @Get
    String work() {
        work.work();
        return "done";
    }
}
