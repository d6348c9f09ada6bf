package dev.socialhub.ops.schema.table;

import dev.socialhub.ops.schema.MigrationReport;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies what the service's schema lacks of its migrations, as a start would. */
@Singleton
@Requires(bean = SchemaConnections.class)
final class MigrateSchema {

    private static final Logger LOG = LoggerFactory.getLogger(MigrateSchema.class);

    private final SchemaLock lock;
    private final Migrations migrations;

    MigrateSchema(SchemaLock lock, Migrations migrations) {
        this.lock = lock;
        this.migrations = migrations;
    }

    MigrationReport migrate() {
        return lock.holding(this::apply);
    }

    /** Call it under the lock. */
    MigrationReport apply() {
        List<String> pending = migrations.pending();
        if (pending.isEmpty()) {
            return new MigrationReport(List.of(), List.of());
        }
        try {
            migrations.applyPending();
        } catch (FlywayException e) {
            LOG.warn("Migrations can't be applied", e);
        }
        List<String> left = migrations.pending();
        List<String> applied = pending.stream().filter(one -> !left.contains(one)).toList();
        LOG.info("Applied migrations {}", applied);
        return new MigrationReport(applied, left);
    }
}
