package dev.socialhub.ops.schema;

import dev.socialhub.ops.OpsEndpoint;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;

@Hidden
@Controller("/internal/ops/schema")
@OpsEndpoint
@Requires(beans = Schema.class)
final class SchemaController {

    /** One for each kind of store. */
    private final List<Schema> schemas;

    SchemaController(List<Schema> schemas) {
        this.schemas = schemas;
    }

    /** Reports what the store lacks of its required structure. */
    @Get
    SchemaReport check() {
        return SchemaReport.of(schemas.stream().map(Schema::check).toList());
    }

    /** Applies the migrations that were not. */
    @Post("/migrate")
    MigrationReport migrate() {
        return MigrationReport.of(schemas.stream().map(Schema::migrate).toList());
    }

    /** Creates what is missing. */
    @Post("/repair")
    RepairReport repair() {
        return RepairReport.of(schemas.stream().map(Schema::repair).toList());
    }
}
