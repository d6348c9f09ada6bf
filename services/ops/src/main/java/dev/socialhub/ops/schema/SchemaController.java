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
@Requires(beans = Schema.class)
final class SchemaController {

    private final Schema schema;

    SchemaController(Schema schema) {
        this.schema = schema;
    }

    /** Reports what the store lacks of its required structure. */
    @Get
    SchemaReport check() {
        return schema.check();
    }

    /** Applies the migrations that were not. */
    @Post("/migrate")
    MigrationReport migrate() {
        return schema.migrate();
    }

    /** Creates what is missing. */
    @Post("/repair")
    RepairReport repair() {
        return schema.repair();
    }
}
