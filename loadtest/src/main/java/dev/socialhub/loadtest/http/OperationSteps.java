package dev.socialhub.loadtest.http;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.socialhub.loadtest.format.Phase;
import dev.socialhub.loadtest.measure.Measurement;
import dev.socialhub.loadtest.run.PhaseSchedule;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.http.Http;
import io.gatling.javaapi.http.HttpDsl;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.function.Function;

/** Makes what users do out of requests that are counted and timed, in one phase. */
public final class OperationSteps {

    private final Phase phase;
    private final Measurement measurement;
    private final PhaseSchedule schedule;

    OperationSteps(Phase phase, Measurement measurement, PhaseSchedule schedule) {
        this.phase = phase;
        this.measurement = measurement;
        this.schedule = schedule;
    }

    /** Whether what is done here counts. */
    public boolean isMeasured() {
        return phase == Phase.MEASURING;
    }

    /** Executed only when all steps before it succeeded. */
    public ChainBuilder ifSucceeded(ChainBuilder next) {
        return exec(doIf(session -> !session.isFailed()).then(next));
    }

    /**
     * One operation: a request, which is sent again as often as the platform asks to come back
     * later. It ends with the first other answer; its time goes from the first sending to that,
     * waiting included.
     *
     * @param operation as the profile announced it
     * @param request to be sent
     * @param expected the status that means success
     */
    public ChainBuilder operation(
            String operation, Function<Http, HttpRequestActionBuilder> request, int expected) {
        OperationAttempt attempt =
                new OperationAttempt(operation, expected, phase, measurement, schedule);
        HttpRequestActionBuilder sent =
                request.apply(
                                HttpDsl.http(
                                        isMeasured() ? operation : phase.text() + " " + operation))
                        .check(
                                status().saveAs(OperationAttempt.STATUS),
                                header("Retry-After")
                                        .optional()
                                        .saveAs(OperationAttempt.RETRY_AFTER));
        return exec(attempt::begin)
                .exec(sent)
                .exec(attempt::judge)
                .exec(
                        asLongAs(OperationAttempt::isPostponed)
                                .on(
                                        pause(OperationAttempt::wait)
                                                .exec(OperationAttempt::again)
                                                .exec(sent)
                                                .exec(attempt::judge)));
    }
}
