package dev.socialhub.ops.schema.table;

import dev.socialhub.shared.ids.Ids;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** The service's own migrations, from wherever it takes them at its start. */
@Singleton
@Requires(bean = SchemaConnections.class)
final class Migrations {

    private final Flyway flyway;
    private final SchemaConnections connections;
    private final ScratchRepository scratch;
    private final SchemaRepository schemas;
    private final Ids ids;

    Migrations(
            Flyway flyway,
            SchemaConnections connections,
            ScratchRepository scratch,
            SchemaRepository schemas,
            Ids ids) {
        this.flyway = flyway;
        this.connections = connections;
        this.scratch = scratch;
        this.schemas = schemas;
        this.ids = ids;
    }

    /** The table that records which of them were applied; no migration creates it. */
    String historyTable() {
        return flyway.getConfiguration().getTable();
    }

    /** What all of them make together, found out by running them beside the service's schema. */
    Structure outcome() throws SQLException {
        scratch.dropAll();
        String schema = ScratchRepository.PREFIX + ids.next().toString().replace("-", "");
        try {
            Flyway.configure(flyway.getConfiguration().getClassLoader())
                    .configuration(flyway.getConfiguration())
                    .dataSource(connections.blind())
                    .schemas(schema)
                    .defaultSchema(schema)
                    .createSchemas(true)
                    .load()
                    .migrate();
            return schemas.of(schema, historyTable());
        } finally {
            scratch.dropAll();
        }
    }

    /** Those that the service's schema lacks, or that failed there. */
    List<String> pending() {
        return Arrays.stream(flyway.info().all())
                .filter(one -> !one.getState().isApplied() || one.getState().isFailed())
                .map(Migrations::name)
                .toList();
    }

    /**
     * Applies those that the service's schema lacks, as a start would.
     *
     * @throws FlywayException when one of them can't be applied
     */
    void applyPending() {
        flyway.migrate();
    }

    private static String name(MigrationInfo migration) {
        String description = migration.getDescription().replace(' ', '_');
        return migration.getVersion() == null
                ? description
                : migration.getVersion() + " " + description;
    }
}
