package dev.socialhub.ops.schema;

/** What a service's store has to be made of, held against what is there. */
public interface Schema {

    /** Says what the store lacks. */
    SchemaReport check();

    /** Applies the migrations that were not. */
    MigrationReport migrate();

    /** Makes what is missing. */
    RepairReport repair();
}
