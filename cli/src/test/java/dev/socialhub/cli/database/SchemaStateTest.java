package dev.socialhub.cli.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.OutputFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaStateTest {
    @Test
    void nothingMissingIsComplete() throws Exception {
        SchemaState state = state("{\"missing\":[],\"pendingMigrations\":[]}");
        assertThat(state.whole()).isTrue();
        assertThat(state.brief()).isEqualTo("complete");
    }

    @Test
    void missingObjectsAreNamedByKindAndName() throws Exception {
        SchemaState state =
                state(
                        "{\"missing\":[{\"kind\":\"table\",\"name\":\"inbox\"}],"
                                + "\"pendingMigrations\":[\"2 follows\"]}");
        assertThat(state.whole()).isFalse();
        assertThat(state.brief()).isEqualTo("table inbox is missing; not migrated: 2 follows");
        assertThat(Documents.write(OutputFormat.json, DbCheckReport.of(List.of(state))))
                .isEqualToIgnoringNewLines(
                        """
                        {
                          "version" : 1,
                          "databases" : [ {
                            "service" : "posts",
                            "missing" : [ "table inbox" ],
                            "different" : [ ],
                            "pendingMigrations" : [ "2 follows" ]
                          } ]
                        }
                        """);
    }

    @Test
    void differentObjectsAreNotComplete() throws Exception {
        SchemaState state =
                state(
                        "{\"missing\":[],\"different\":[{\"kind\":\"index\",\"name\":\"n.a_1\","
                                + "\"expected\":\"x\",\"found\":\"y\"}],\"pendingMigrations\":[]}");
        assertThat(state.whole()).isFalse();
        assertThat(state.brief()).isEqualTo("index n.a_1 is not as declared");
    }

    @Test
    void manyMissingObjectsAreCounted() {
        List<String> missing = List.of("table a", "table b", "index c", "index d", "index e");
        assertThat(new SchemaState("posts", missing, List.of(), List.of()).brief())
                .isEqualTo("table a, table b, index c and 2 more are missing");
    }

    private static SchemaState state(String answer) throws Exception {
        return SchemaState.of("posts", new JsonMapper().readTree(answer));
    }
}
