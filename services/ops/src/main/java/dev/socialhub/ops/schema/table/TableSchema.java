package dev.socialhub.ops.schema.table;

import dev.socialhub.ops.schema.MigrationReport;
import dev.socialhub.ops.schema.RepairReport;
import dev.socialhub.ops.schema.Schema;
import dev.socialhub.ops.schema.SchemaReport;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** The tables in PostgreSQL, as the migrations make them. */
@Singleton
@Requires(bean = SchemaConnections.class)
final class TableSchema implements Schema {

    private final CheckSchema checkSchema;
    private final MigrateSchema migrateSchema;
    private final RepairSchema repairSchema;

    TableSchema(CheckSchema checkSchema, MigrateSchema migrateSchema, RepairSchema repairSchema) {
        this.checkSchema = checkSchema;
        this.migrateSchema = migrateSchema;
        this.repairSchema = repairSchema;
    }

    @Override
    public SchemaReport check() {
        return checkSchema.check();
    }

    @Override
    public MigrationReport migrate() {
        return migrateSchema.migrate();
    }

    @Override
    public RepairReport repair() {
        return repairSchema.repair();
    }
}
