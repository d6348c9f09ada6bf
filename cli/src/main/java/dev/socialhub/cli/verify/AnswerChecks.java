package dev.socialhub.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.backing.wire.Ping;
import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.Cluster;
import dev.socialhub.cli.check.DataCheck;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.http.Http;
import dev.socialhub.cli.http.Http.Answer;
import dev.socialhub.cli.platform.RunningPlatform;
import dev.socialhub.cli.platform.RunningPlatform.Database;
import dev.socialhub.cli.platform.RunningPlatform.PlatformProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;

/** The second stage: every process is asked in its own protocol. */
final class AnswerChecks {
    private static final String JWKS = "/.well-known/jwks.json";
    private static final String DATABASE_SECONDS = "5";

    private final RunningPlatform platform;
    private final Supplier<Bus> bus;
    private final Http http;

    AnswerChecks(RunningPlatform platform, Supplier<Bus> bus, Http http) {
        this.platform = platform;
        this.bus = bus;
        this.http = http;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(new DataCheck(platform.home().data())));
        platform.databases()
                .forEach(database ->
                        steps.add(
                                Step.of(
                                        "database-" + database.service(),
                                        () -> database(database),
                                        "postgres")));
        steps.add(
                Step.of(
                        "redis-answers",
                        () ->
                                answers(
                                        platform.process("redis"),
                                        Ping.redis(platform.process("redis").port()),
                                        "PONG"),
                        "redis"));
        steps.add(Step.of("kafka-answers", this::kafka, "kafka"));
        steps.add(
                Step.of(
                        "mongodb-answers",
                        () ->
                                answers(
                                        platform.process("mongodb"),
                                        Ping.mongodb(platform.process("mongodb").port()),
                                        "ok"),
                        "mongodb"));
        platform.processes().stream()
                .filter(process -> !process.server())
                .forEach(service ->
                        steps.add(
                                Step.of(
                                        ready(service.name()),
                                        () -> ready(service),
                                        service.name())));
        steps.add(Step.of("signing-keys", this::signingKeys, "gateway", "auth", ready("gateway")));
        return steps;
    }

    /** The name of the check for a service's readiness. */
    static String ready(String service) {
        return service + "-ready";
    }

    private static Finding database(Database database) {
        Properties login = new Properties();
        login.setProperty("user", database.user());
        login.setProperty("password", database.password());
        login.setProperty("ApplicationName", "socialhubctl");
        login.setProperty("loginTimeout", DATABASE_SECONDS);
        login.setProperty("connectTimeout", DATABASE_SECONDS);
        login.setProperty("socketTimeout", DATABASE_SECONDS);
        try (Connection connection = connect(database.url(), login);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select 1")) {
            return rows.next()
                    ? Finding.ok("%s answers %s".formatted(database.url(), database.user()))
                    : Finding.fail("no row for `select 1`", "socialhubctl restart postgres");
        } catch (SQLException refused) {
            return Finding.fail(
                    "%s refuses %s (%s)"
                            .formatted(database.url(), database.user(), refused.getMessage()),
                    "socialhubctl up --detach");
        }
    }

    /** With the driver itself: the driver manager would search every jar for others. */
    private static Connection connect(String url, Properties login) throws SQLException {
        return Objects.requireNonNull(new org.postgresql.Driver().connect(url, login));
    }

    private Finding kafka() {
        Cluster cluster = bus.get().cluster();
        if (cluster.offline().isEmpty()) {
            return Finding.ok(
                    "%d %s, all log folders online"
                            .formatted(
                                    cluster.brokers(),
                                    cluster.brokers() == 1 ? "broker" : "brokers"));
        }
        return Finding.fail(
                "log folder offline: " + String.join(", ", cluster.offline()),
                "socialhubctl restart kafka");
    }

    private static Finding answers(PlatformProcess server, boolean well, String answer) {
        return well
                ? Finding.ok("answers " + answer)
                : Finding.fail(
                        "doesn't answer its own protocol on " + server.port(),
                        "socialhubctl restart " + server.name());
    }

    private static Finding ready(PlatformProcess service) {
        return service.health()
                .get()
                .map(trouble ->
                        Finding.fail(
                                "not ready (" + trouble + ")",
                                "socialhubctl restart " + service.name()))
                .orElseGet(() -> Finding.ok("ready at " + service.url()));
    }

    private Finding signingKeys() {
        String url = platform.gateway().url() + JWKS;
        try {
            Answer answer = http.send("GET", url, Map.of(), null);
            JsonNode keys = answer.json().path("keys");
            return answer.status() == 200 && !keys.isEmpty()
                    ? Finding.ok(
                            "%d %s through the gateway"
                                    .formatted(keys.size(), keys.size() == 1 ? "key" : "keys"))
                    : Finding.fail(
                            "no keys at " + url + ": " + answer.brief(),
                            "socialhubctl restart auth gateway");
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }
}
