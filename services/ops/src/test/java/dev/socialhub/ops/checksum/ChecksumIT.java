package dev.socialhub.ops.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.ops.Operator;
import dev.socialhub.ops.Writer;
import dev.socialhub.shared.testing.RunningService;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same for the same rows, wherever and in whatever order they stand. */
class ChecksumIT {

    private static final String NO_THINGS =
            "{\"parts\":[{\"name\":\"thing\",\"rows\":0,\"digest\":\"0000000000000000\"}]}";

    private static final String MAKE_NOTE =
            "create table note (id int, \"Said At\" timestamptz, body bytea, share float8, said text)";
    private static final String FILL_NOTE =
            "insert into note (id, \"Said At\", body, share, said) select n,"
                    + " timestamptz '2025-01-02 03:04:05.000006Z' + n * interval '1 hour',"
                    + " decode(md5(n::text), 'hex'), 1.0 / (n + 2),"
                    + " case n %% 3 when 0 then null when 1 then '' else 'said ' || n end"
                    + " from generate_series(1, 500) n order by n %s";

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
    void coversTheServicesTablesButNotItsBookkeeping() {
        assertThat(checksum()).isEqualTo(NO_THINGS);
        new Writer(service).write();
        assertThat(checksum()).isEqualTo(NO_THINGS);

        give(MAKE_NOTE);
        assertThat(checksum()).contains("{\"name\":\"note\",\"rows\":0,");
        give("create view notes as select * from note");
        assertThat(checksum()).doesNotContain("notes");
    }

    @Test
    void staysTheSameWhenRowsMoveAndSettingsChange() {
        give(MAKE_NOTE, FILL_NOTE.formatted(""));
        String before = checksum();
        assertThat(before).contains("{\"name\":\"note\",\"rows\":500,");

        give(
                "update note set id = id where id % 7 = 0",
                "vacuum full note",
                "alter role \"%s\" set timezone = 'Asia/Kolkata'"
                        .formatted(service.database.user()),
                "alter role \"%s\" set datestyle = 'German'".formatted(service.database.user()),
                "alter role \"%s\" set bytea_output = 'escape'".formatted(service.database.user()),
                "alter role \"%s\" set extra_float_digits = 0".formatted(service.database.user()));
        service.database.query(
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'"
                        .formatted(service.database.user()));
        await().until(() -> operator.get("checksum").status() == 200);

        assertThat(checksum()).isEqualTo(before);
    }

    @Test
    void tellsEveryChangedValue() {
        give(MAKE_NOTE, FILL_NOTE.formatted(""));
        String before = checksum();

        for (String change :
                new String[] {
                    "update note set \"Said At\" = \"Said At\" + interval '1 microsecond'"
                            + " where id = 5",
                    "update note set said = '' where id = 6",
                    "update note set said = 'said' where id = 5",
                    "update note set id = 7 where id = 8",
                    "delete from note where id = 9"
                }) {
            give(change);
            String after = checksum();
            assertThat(after).as(change).isNotEqualTo(before);
            before = after;
        }
    }

    @Test
    void isTheSameInAnotherDatabaseWithOtherColumnsFirst() {
        give(MAKE_NOTE, FILL_NOTE.formatted(""));
        try (RunningService other = RunningService.start("kit", Map.of())) {
            other.database.query(
                    "create table note (said text, share float8, gone text, id int, body bytea)");
            other.database.query("alter table note drop column gone");
            other.database.query("alter table note add \"Said At\" timestamptz");
            other.database.query(
                    "alter table note owner to \"%s\"".formatted(other.database.user()));
            other.database.query(FILL_NOTE.formatted("desc"));

            assertThat(new Operator(other).get("checksum").text()).isEqualTo(checksum());
        }
    }

    private String checksum() {
        return operator.get("checksum").text();
    }

    /** As the service's own user would, so that it can read what is made. */
    private void give(String... statements) {
        for (String sql : statements) {
            service.database.query(sql);
        }
        service.database.query(
                "do $$ declare t text; begin for t in select format('%I', relname) from pg_class"
                        + " where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') loop"
                        + " execute 'alter table ' || t || ' owner to \""
                        + service.database.user()
                        + "\"'; end loop; end $$");
    }
}
