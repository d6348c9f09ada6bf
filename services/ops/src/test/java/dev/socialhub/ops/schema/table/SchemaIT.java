package dev.socialhub.ops.schema.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.ops.Operator;
import dev.socialhub.ops.Writer;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.RunningService;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parts that were damaged by hand are found, reported and recreated. */
class SchemaIT {

    private static final String WHOLE =
            "{\"missing\":[],\"different\":[],\"pendingMigrations\":[]}";

    private RunningService service;
    private Operator operator;

    @BeforeEach
    void start() {
        service = RunningService.start("kit");
        operator = new Operator(service);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void findsNothingAmissAfterTheStart() {
        assertThat(operator.get("schema").text()).isEqualTo(WHOLE);
        assertThat(operator.post("schema/repair").text())
                .isEqualTo("{\"repaired\":[],\"unrepaired\":[]}");
        assertThat(scratchSchemas()).isEmpty();
    }

    @Test
    void makesALostTableAnewAndTheServiceWorksAgain() {
        service.database.query("drop table outbox");
        assertThat(operator.get("schema").text())
                .contains("\"missing\":[{\"kind\":\"table\",\"name\":\"outbox\"}]");

        assertThat(operator.post("schema/repair").text())
                .isEqualTo(
                        "{\"repaired\":[{\"kind\":\"table\",\"name\":\"outbox\"}],"
                                + "\"unrepaired\":[]}");

        assertThat(operator.get("schema").text()).isEqualTo(WHOLE);
        write();
        assertThat(
                        service.database.query(
                                "select tableowner from pg_tables where tablename='outbox'"))
                .containsExactly(service.database.user());
    }

    @Test
    void makesLostPartsOfTablesAnewAndKeepsTheirRows() {
        service.database.query("insert into thing values ('%s', 7)".formatted(UUID.randomUUID()));
        service.database.query("alter table thing drop column version");
        service.database.query("alter table outbox drop column shard");
        service.database.query("alter table idempotency drop constraint idempotency_pkey");
        service.database.query("drop index inbox_by_time");
        service.database.query("alter table inbox drop column received_at");

        assertThat(operator.get("schema").text())
                .contains(
                        """
                        "missing":[{"kind":"column","name":"outbox.shard"},\
                        {"kind":"column","name":"thing.version"},\
                        {"kind":"column","name":"inbox.received_at"},\
                        {"kind":"constraint","name":"idempotency.idempotency_pkey"},\
                        {"kind":"index","name":"inbox_by_time"},\
                        {"kind":"index","name":"outbox_by_shard"}]\
                        """);

        Answer repair = operator.post("schema/repair");
        assertThat(repair.text())
                .contains("{\"kind\":\"column\",\"name\":\"inbox.received_at\"}")
                .contains("{\"kind\":\"column\",\"name\":\"outbox.shard\"}")
                .contains("{\"kind\":\"index\",\"name\":\"outbox_by_shard\"}")
                .contains("{\"kind\":\"constraint\",\"name\":\"idempotency.idempotency_pkey\"}")
                .contains("{\"kind\":\"index\",\"name\":\"inbox_by_time\"}");
        // The column has no default, and there is a row that would need a value.
        assertThat(repair.at("unrepaired.0.kind")).isEqualTo("column");
        assertThat(repair.at("unrepaired.0.name")).isEqualTo("thing.version");
        assertThat(repair.at("unrepaired.0.reason")).contains("contains null values");
        assertThat(service.database.query("select id from thing")).hasSize(1);

        service.database.query("delete from thing");
        assertThat(operator.post("schema/repair").at("repaired.0.name")).isEqualTo("thing.version");
        assertThat(operator.get("schema").text()).isEqualTo(WHOLE);
        write();
    }

    @Test
    void neverChangesWhatIsThere() {
        service.database.query("alter table thing alter version type integer");
        service.database.query("drop index outbox_by_shard");
        service.database.query("create index outbox_by_shard on outbox (shard)");
        service.database.query("create table stranger (id int)");

        Answer found = operator.get("schema");
        assertThat(found.at("different.0.kind")).isEqualTo("column");
        assertThat(found.at("different.0.name")).isEqualTo("thing.version");
        assertThat(found.at("different.0.expected")).contains("bigint not null");
        assertThat(found.at("different.0.found")).contains("integer not null");
        assertThat(found.at("different.1.name")).isEqualTo("outbox_by_shard");

        Answer repair = operator.post("schema/repair");
        assertThat(repair.at("unrepaired.0.name")).isEqualTo("thing.version");
        assertThat(repair.at("unrepaired.1.name")).isEqualTo("outbox_by_shard");
        assertThat(operator.get("schema").text()).isEqualTo(found.text());
        assertThat(service.database.query("select 1 from pg_tables where tablename = 'stranger'"))
                .hasSize(1);
    }

    @Test
    void leavesRowsAloneThatBreakALostConstraint() {
        UUID twice = UUID.randomUUID();
        service.database.query("alter table thing drop constraint thing_pkey");
        service.database.query(
                "insert into thing (id, version) select '%s', n from generate_series(1, 2) n"
                        .formatted(twice));

        Answer repair = operator.post("schema/repair");

        assertThat(repair.at("unrepaired.0.name")).isEqualTo("thing.thing_pkey");
        assertThat(service.database.query("select id from thing")).hasSize(2);
    }

    @Test
    void appliesTheMigrationsAgainWhenTheSchemaIsDropped() {
        service.database.query("drop schema public cascade");
        service.database.query(
                "create schema public authorization \"%s\"".formatted(service.database.user()));

        assertThat(operator.get("schema").text())
                .contains(
                        "\"pendingMigrations\":[\"0.1 outbox_inbox_and_idempotency\",\"0.2"
                                + " outbox_traceparent\",\"0.3 outbox_type\",\"1 things\"]");
        assertThat(operator.post("schema/repair").text())
                .isEqualTo("{\"repaired\":[],\"unrepaired\":[]}");

        assertThat(operator.get("schema").text()).isEqualTo(WHOLE);
        write();
    }

    @Test
    void appliesPendingMigrationsAndMakesNothingElseAnew() {
        assertThat(operator.post("schema/migrate").text())
                .isEqualTo("{\"applied\":[],\"unapplied\":[]}");
        service.database.query("drop table outbox");
        service.database.query("drop table thing");
        service.database.query("delete from flyway_schema_history where version = '1'");

        assertThat(operator.post("schema/migrate").text())
                .isEqualTo("{\"applied\":[\"1 things\"],\"unapplied\":[]}");

        assertThat(service.database.query("select id from thing")).isEmpty();
        assertThat(operator.get("schema").at("missing.0.name")).isEqualTo("outbox");
    }

    @Test
    void namesAMigrationThatItCannotApply() {
        service.database.query("delete from flyway_schema_history where version = '1'");
        assertThat(operator.post("schema/migrate").text())
                .isEqualTo("{\"applied\":[],\"unapplied\":[\"1 things\"]}");

        assertThat(operator.get("schema").at("pendingMigrations.0")).isEqualTo("1 things");
        Answer repair = operator.post("schema/repair");

        assertThat(repair.at("unrepaired.0.kind")).isEqualTo("migration");
        assertThat(repair.at("unrepaired.0.name")).isEqualTo("1 things");
    }

    @Test
    void removesWhatAnEarlierRunLeftBehind() {
        service.database.query(
                "create schema schema_check_old authorization \"%s\""
                        .formatted(service.database.user()));

        assertThat(operator.get("schema").text()).isEqualTo(WHOLE);
        assertThat(scratchSchemas()).isEmpty();
    }

    @Test
    void looksOnceAtATimeWhileTheServiceGoesOnWriting() throws Exception {
        AtomicBoolean more = new AtomicBoolean(true);
        try (ExecutorService background = Executors.newSingleThreadExecutor()) {
            Future<Integer> writing =
                    background.submit(() -> {
                        int writes = 0;
                        for (; more.get(); writes++) {
                            write();
                        }
                        return writes;
                    });
            service.database.query("drop index outbox_by_shard");
            List<Answer> answers =
                    Concurrently.run(
                            4,
                            n ->
                                    n % 2 == 0
                                            ? operator.get("schema")
                                            : operator.post("schema/repair"));
            operator.post("schema/repair");
            more.set(false);

            assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
            assertThat(writing.get()).isPositive();
        }
        assertThat(operator.get("schema").text()).isEqualTo(WHOLE);
        assertThat(scratchSchemas()).isEmpty();
    }

    private void write() {
        new Writer(service).write();
    }

    private List<String> scratchSchemas() {
        return service.database.query(
                "select nspname from pg_namespace where nspname like 'schema\\_check\\_%'");
    }
}
