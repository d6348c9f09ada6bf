package dev.socialhub.cli.database;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.database.DbMigrateReport.Migrated;
import dev.socialhub.cli.database.DbRepairReport.Repair;
import dev.socialhub.cli.ops.OpsClient;
import java.util.ArrayList;
import java.util.List;

/** The databases of a running platform, asked through the services that own them. */
final class Databases {
    private final Target target;
    private final OpsClient ops;

    Databases(Target target, OpsClient ops) {
        this.target = target;
        this.ops = ops;
    }

    /**
     * Names of the services with a database.
     *
     * @param wanted empty for all
     * @throws dev.socialhub.cli.terminal.OperatorError if one of them has none
     */
    List<String> named(List<String> wanted) {
        List<String> found =
                ops.offering(target, "schema", wanted).stream().map(Endpoint::service).toList();
        return wanted.isEmpty() ? found : List.copyOf(wanted);
    }

    SchemaState state(String service) {
        JsonNode answer = ops.get(target.instanceOf(service), "schema");
        return SchemaState.of(service, answer);
    }

    /** Applies the migrations that it lacks. */
    Migrated migrate(String service) {
        JsonNode answer = ops.post(target.instanceOf(service), "schema/migrate");
        return new Migrated(
                service, texts(answer.path("applied")), texts(answer.path("unapplied")));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    /** Recreates missing tables and indexes, as far as possible. */
    Repair repair(String service) {
        JsonNode answer = ops.post(target.instanceOf(service), "schema/repair");
        List<String> refused = new ArrayList<>();
        answer.path("unrepaired")
                .forEach(part ->
                        refused.add(
                                "%s %s (%s)"
                                        .formatted(
                                                part.path("kind").asText(),
                                                part.path("name").asText(),
                                                part.path("reason").asText())));
        return new Repair(service, SchemaState.objects(answer.path("repaired")), refused);
    }
}
