package dev.socialhub.ops.schema.table;

import dev.socialhub.ops.schema.SchemaReport;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Compares the service's tables with those that its migrations make. Changes nothing. */
@Singleton
@Requires(bean = SchemaConnections.class)
final class CheckSchema {

    private final SchemaLock lock;
    private final Migrations migrations;
    private final SchemaRepository schemas;

    CheckSchema(SchemaLock lock, Migrations migrations, SchemaRepository schemas) {
        this.lock = lock;
        this.migrations = migrations;
        this.schemas = schemas;
    }

    SchemaReport check() {
        return lock.holding(() -> {
            Structure expected = migrations.outcome();
            Structure found = schemas.ofService(migrations.historyTable());
            return new SchemaReport(
                    expected.missingIn(found).stream().map(SchemaPart::name).toList(),
                    expected.differentIn(found),
                    migrations.pending());
        });
    }
}
