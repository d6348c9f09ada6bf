package dev.socialhub.ops.schema;

/** The required structure of a service's store, compared with the actual one. */
public interface Schema {

    /** Says what the store lacks. */
    SchemaReport check();

    /** Applies the migrations that were not. */
    MigrationReport migrate();

    /** Creates what is missing. */
    RepairReport repair();
}
