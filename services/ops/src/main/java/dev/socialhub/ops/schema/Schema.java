package dev.socialhub.ops.schema;

/**
 * The required structure of a store, compared with the actual one. A service has a bean for each
 * kind of store.
 */
public interface Schema {

    /** Says what the store lacks. */
    SchemaReport check();

    /** Applies the migrations that were not. */
    MigrationReport migrate();

    /** Creates what is missing. */
    RepairReport repair();
}
