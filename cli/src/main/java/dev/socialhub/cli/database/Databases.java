package dev.socialhub.cli.database;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.database.RepairReport.Repair;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.platform.RunningPlatform;
import dev.socialhub.cli.platform.RunningPlatform.Database;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.util.ArrayList;
import java.util.List;

/** The databases of a running platform, asked through the services that own them. */
final class Databases {
    private final RunningPlatform platform;
    private final OpsClient ops;

    Databases(RunningPlatform platform, OpsClient ops) {
        this.platform = platform;
        this.ops = ops;
    }

    /**
     * Names of the services with a database.
     *
     * @param wanted empty for all
     * @throws OperatorError if one of them has none
     */
    List<String> named(List<String> wanted) {
        List<String> known = platform.databases().stream().map(Database::service).toList();
        for (String name : wanted) {
            if (!known.contains(name)) {
                throw new OperatorError(
                        ExitCode.NOT_FOUND,
                        "there is no service with a database named '" + name + "'",
                        "choose from " + String.join(", ", known));
            }
        }
        return wanted.isEmpty() ? known : List.copyOf(wanted);
    }

    SchemaState state(String service) {
        JsonNode answer = ops.get(platform.instanceOf(service), "schema");
        return SchemaState.of(service, answer);
    }

    /** Makes again what is missing, as far as it can be. */
    Repair repair(String service) {
        JsonNode answer = ops.post(platform.instanceOf(service), "schema/repair");
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
