/** Whether the tables in the database are those that the migrations make, and how to mend them. */
@Configuration
@Requires(classes = {Flyway.class, PGSimpleDataSource.class})
@NullMarked
package dev.socialhub.ops.schema.table;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.NullMarked;
import org.postgresql.ds.PGSimpleDataSource;
