package dev.socialhub.ops.schema;

import dev.socialhub.ops.OpsEndpoint;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Hidden;

@Hidden
@Controller("/internal/ops/schema")
@OpsEndpoint
@Requires(bean = SchemaConnections.class)
final class SchemaController {

    private final CheckSchema checkSchema;
    private final MigrateSchema migrateSchema;
    private final RepairSchema repairSchema;

    SchemaController(
            CheckSchema checkSchema, MigrateSchema migrateSchema, RepairSchema repairSchema) {
        this.checkSchema = checkSchema;
        this.migrateSchema = migrateSchema;
        this.repairSchema = repairSchema;
    }

    /** Says what the database lacks of what the migrations make. */
    @Get
    SchemaReport check() {
        return checkSchema.check();
    }

    /** Applies the migrations that were not. */
    @Post("/migrate")
    MigrationReport migrate() {
        return migrateSchema.migrate();
    }

    /** Makes what is missing. */
    @Post("/repair")
    RepairReport repair() {
        return repairSchema.repair();
    }
}
