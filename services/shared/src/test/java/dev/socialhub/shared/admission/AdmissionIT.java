package dev.socialhub.shared.admission;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.RecordedLog;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a service answers that has as much to do as it can. */
@Timeout(60)
class AdmissionIT {

    private static final String HELD = "/try-short/held";
    private static final String LONG = "/try-long";

    @Test
    void refusesWhatFindsNoPlaceAndSaysWhenToComeBack() {
        try (RecordedLog log = new RecordedLog();
                LimitedServer server = new LimitedServer(2, "0s")) {
            server.hold(HELD, 2);

            Answer refused = server.get(HELD);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isBetween("1", "3");
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(refused.at("type")).isEqualTo("urn:socialhub:problem:overloaded");
            assertThat(refused.header("X-Request-Id")).isNotNull();
            assertThat(server.work().begun()).isEqualTo(2);
            assertThat(server.shed("limit")).isEqualTo(1);
            assertThat(server.gauge("requests.working")).isEqualTo(2);
            assertThat(server.gauge("requests.limit")).isEqualTo(2);
            assertThat(log.atLeast(Level.WARN)).isEmpty();
        }
    }

    @Test
    void refusesBeforeItLooksAtTheToken() {
        try (LimitedServer server = new LimitedServer(1, "0s")) {
            assertThat(server.get("/try-short/secured").status()).isEqualTo(401);
            server.hold(HELD, 1);

            assertThat(server.get("/try-short/secured").status()).isEqualTo(503);
        }
    }

    @Test
    void holdsUpNeitherProbesNorOtherRoutes() {
        try (LimitedServer server = new LimitedServer(1, "0s")) {
            server.hold(HELD, 1);

            assertThat(server.get("/health/liveness").status()).isEqualTo(200);
            assertThat(server.get("/try/number?count=3").status()).isEqualTo(200);
            assertThat(server.get("/try/nothing").status()).isEqualTo(404);
        }
    }

    @Test
    void countsShortAndLongRequestsApart() {
        try (LimitedServer server = new LimitedServer(1, "0s")) {
            server.hold(LONG, 1);
            assertThat(server.get(LONG).status()).isEqualTo(503);
            server.hold(HELD, 1);
            assertThat(server.get(HELD).status()).isEqualTo(503);
        }
    }

    @Test
    void letsAFewWaitForTheirTurn() throws Exception {
        try (LimitedServer server = new LimitedServer(1, "30s")) {
            server.hold(HELD, 1);
            Future<Answer> waiting = server.begin(HELD);
            await().until(() -> server.gauge("requests.queued") == 1);

            server.work().end(2);

            assertThat(waiting.get().status()).isEqualTo(200);
            await().until(() -> server.gauge("requests.working") == 0);
        }
    }

    @Test
    void dropsWhatItsCallerWaitsForNoLonger() throws Exception {
        try (LimitedServer server = new LimitedServer(1, "30s")) {
            server.hold(HELD, 1);

            Answer late = server.get(HELD, "X-Request-Deadline", "50");

            assertThat(late.status()).isEqualTo(503);
            assertThat(late.at("type")).endsWith(":overloaded");
            assertThat(server.shed("deadline")).isEqualTo(1);
            Future<Answer> inTime = server.begin(HELD, "X-Request-Deadline", "60000");
            server.work().end(2);
            assertThat(inTime.get().status()).isEqualTo(200);
            assertThat(server.work().begun()).isEqualTo(2);
        }
    }

    @Test
    void doesNotBeginWhatCameTooLate() {
        try (LimitedServer server = new LimitedServer(1, "30s")) {
            assertThat(server.get(HELD, "X-Request-Deadline", "0").status()).isEqualTo(503);

            assertThat(server.shed("deadline")).isEqualTo(1);
            assertThat(server.work().begun()).isZero();
            assertThat(server.gauge("requests.working")).isZero();
        }
    }

    @Test
    void takesADeadlineThatIsNoNumberForNone() {
        try (LimitedServer server = new LimitedServer(1, "30s")) {
            server.work().end(4);
            for (String deadline : new String[] {"", "soon", "-5", "99999999999999999999"}) {
                assertThat(server.get(HELD, "X-Request-Deadline", deadline).status())
                        .as(deadline)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void dropsWhatItsCallerHasLeft() throws Exception {
        try (LimitedServer server = new LimitedServer(1, "30s")) {
            server.hold(HELD, 1);
            try (Socket caller = server.connect()) {
                caller.getOutputStream()
                        .write(("GET " + HELD + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(US_ASCII));
                await().until(() -> server.gauge("requests.queued") == 1);
            }
            Future<Answer> next = server.begin(HELD);
            await().until(() -> server.gauge("requests.queued") == 2);

            server.work().end(2);

            assertThat(next.get().status()).isEqualTo(200);
            assertThat(server.shed("gone")).isEqualTo(1);
            assertThat(server.work().begun()).isEqualTo(2);
        }
    }

    @Test
    void givesNoPlaceToABodyThatIsStillOnItsWay() throws Exception {
        try (LimitedServer server = new LimitedServer(1, "0s");
                Socket slow = server.connect()) {
            slow.getOutputStream()
                    .write(
                            ("POST /try-short/body HTTP/1.1\r\nHost: a\r\n"
                                            + "Content-Type: application/json\r\n"
                                            + "Content-Length: 4\r\n\r\nn")
                                    .getBytes(US_ASCII));
            server.work().end(1);

            assertThat(server.get(HELD).status()).isEqualTo(200);

            slow.getOutputStream().write("ull".getBytes(US_ASCII));
            assertThat(slow.getInputStream().read()).isEqualTo('H');
        }
    }

    @Test
    void tellsAUsedUpPoolAsOverload() {
        try (LimitedServer server = new LimitedServer(1, "0s")) {
            Answer answer = server.get("/try-short/pool");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.at("type")).endsWith(":overloaded");
            assertThat(server.shed("pool")).isEqualTo(1);
            assertThat(server.gauge("requests.working")).isZero();
        }
    }

    @Test
    void refusesNothingWhenItIsTurnedOff() {
        try (LimitedServer server = new LimitedServer(Map.of("socialhub.admission.max-limit", 1))) {
            server.hold(HELD, 3);
            server.hold(LONG, 3);

            assertThat(server.get("/prometheus").text()).doesNotContain("requests_shed");
        }
    }
}
