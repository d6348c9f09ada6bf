/** Checksums of tables in PostgreSQL. */
@Configuration
@Requires(classes = {Flyway.class, TransactionOperations.class})
@NullMarked
package dev.socialhub.ops.checksum.table;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.NullMarked;
