package dev.socialhub.shared.admission;

import dev.socialhub.shared.testing.TryServer;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Short requests whose work is in the hands of the test. */
@Controller("/try-short")
@Secured(SecurityRule.IS_ANONYMOUS)
@ShortRequests
@Requires(property = "spec.name", value = TryServer.NAME)
class ShortWorkController {

    static final Duration WORK = Duration.ofMillis(50);

    private final HeldWork work;

    ShortWorkController(HeldWork work) {
        this.work = work;
    }

    @Get("/held")
    String held() {
        work.work();
        return "done";
    }

    @Post("/body")
    String body(@Body String body) {
        return body;
    }

    /** Takes its time, as a database does, and no CPU. */
    @Get("/timed")
    String timed() {
        long end = System.nanoTime() + WORK.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        return "done";
    }

    @Get("/pool")
    String pool() {
        throw new IllegalStateException(
                new SQLTransientConnectionException(
                        "HikariPool-1 - Connection is not available, request timed out after 5000ms"
                                + " (total=10, active=10, idle=0, waiting=3)"));
    }

    @Get("/secured")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    String secured() {
        return "in";
    }
}
