package dev.socialhub.ops.schema.table;

import dev.socialhub.ops.schema.PartKind;
import dev.socialhub.ops.schema.PartName;
import dev.socialhub.ops.schema.RepairReport;
import dev.socialhub.ops.schema.RepairReport.Unrepaired;
import dev.socialhub.ops.schema.SchemaDifference;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recreates what the service's schema lacks. Nothing that exists is changed or removed: a column of
 * another type may hold data that is still needed.
 */
@Singleton
@Requires(bean = SchemaConnections.class)
final class RepairSchema {

    private static final Logger LOG = LoggerFactory.getLogger(RepairSchema.class);

    private final SchemaLock lock;
    private final Migrations migrations;
    private final MigrateSchema migrateSchema;
    private final SchemaRepository schemas;

    RepairSchema(
            SchemaLock lock,
            Migrations migrations,
            MigrateSchema migrateSchema,
            SchemaRepository schemas) {
        this.lock = lock;
        this.migrations = migrations;
        this.migrateSchema = migrateSchema;
        this.schemas = schemas;
    }

    RepairReport repair() {
        return lock.holding(() -> {
            List<Unrepaired> unrepaired = new ArrayList<>(applyPending());
            Structure expected = migrations.outcome();
            List<SchemaPart> made = new ArrayList<>();
            for (PartKind kind : PartKind.values()) {
                for (SchemaPart part : missing(expected, kind)) {
                    make(part, made, unrepaired);
                }
            }
            for (SchemaDifference one : expected.differentIn(found())) {
                unrepaired.add(
                        unrepaired(
                                new PartName(one.kind(), one.name()), "exists as: " + one.found()));
            }
            return new RepairReport(named(made), unrepaired);
        });
    }

    /** First, since a later migration may change what an earlier one made. */
    private List<Unrepaired> applyPending() {
        return migrateSchema.apply().unapplied().stream()
                .map(name ->
                        new Unrepaired(
                                "migration", name, "can't be applied; see the log for the reason"))
                .toList();
    }

    /** Looked up for each kind again: a new table has no columns yet, but may have them next. */
    private List<SchemaPart> missing(Structure expected, PartKind kind) throws SQLException {
        return expected.missingIn(found()).stream()
                .filter(part -> part.name().kind() == kind)
                .toList();
    }

    private Structure found() throws SQLException {
        return schemas.ofService(migrations.historyTable());
    }

    private void make(SchemaPart part, List<SchemaPart> made, List<Unrepaired> unrepaired) {
        try {
            schemas.make(part);
            made.add(part);
            LOG.info("Created {} {}", part.name().kind(), part.name().name());
        } catch (SQLException e) {
            LOG.warn("{} {} can't be created", part.name().kind(), part.name().name(), e);
            unrepaired.add(unrepaired(part.name(), String.valueOf(e.getMessage())));
        }
    }

    private static Unrepaired unrepaired(PartName part, String reason) {
        return new Unrepaired(
                part.kind().name().toLowerCase(Locale.ROOT),
                part.name(),
                reason.replaceAll("\\s*\\R\\s*", " "));
    }

    /** Without the parts of tables that are new themselves. */
    private static List<PartName> named(List<SchemaPart> made) {
        List<String> tables =
                made.stream()
                        .map(SchemaPart::name)
                        .filter(name -> name.kind() == PartKind.TABLE)
                        .map(PartName::name)
                        .toList();
        return made.stream()
                .filter(part -> part.table() == null || !tables.contains(part.table()))
                .map(SchemaPart::name)
                .toList();
    }
}
