package dev.socialhub.notifications.schema;

import dev.socialhub.notifications.expiry.ExpireNotifications;
import dev.socialhub.notifications.mongo.MongoCollections;
import dev.socialhub.notifications.mongo.MongoIndex;
import dev.socialhub.notifications.notification.MongoIndexes;
import dev.socialhub.ops.schema.MigrationReport;
import dev.socialhub.ops.schema.PartKind;
import dev.socialhub.ops.schema.PartName;
import dev.socialhub.ops.schema.RepairReport;
import dev.socialhub.ops.schema.RepairReport.Unrepaired;
import dev.socialhub.ops.schema.Schema;
import dev.socialhub.ops.schema.SchemaDifference;
import dev.socialhub.ops.schema.SchemaReport;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the existing indexes with the declared ones; there are no migrations. */
@Singleton
final class MongoSchema implements Schema {

    private final MongoIndexes indexes;
    private final ExpireNotifications expireNotifications;

    MongoSchema(MongoIndexes indexes, ExpireNotifications expireNotifications) {
        this.indexes = indexes;
        this.expireNotifications = expireNotifications;
    }

    @Override
    public SchemaReport check() {
        // Indexes that the start has not created yet do not count as missing.
        indexes.toWrite();
        expireNotifications.atLeastOnce();
        Map<String, MongoIndex> found = indexes.found();
        return new SchemaReport(
                missing(found).stream().map(MongoSchema::name).toList(),
                indexes.declared().stream()
                        .filter(one -> isOther(one, found.get(one.name())))
                        .map(one -> difference(one, found))
                        .toList(),
                List.of());
    }

    @Override
    public MigrationReport migrate() {
        return new MigrationReport(List.of(), List.of());
    }

    /** An index whose age alone is another gets the declared one; nothing else is changed. */
    @Override
    public RepairReport repair() {
        Map<String, MongoIndex> found = indexes.found();
        List<MongoIndex> repaired =
                indexes.declared().stream()
                        .filter(one -> needsRepair(one, found.get(one.name())))
                        .toList();
        expireNotifications.all();
        repaired.forEach(indexes::apply);
        return new RepairReport(
                repaired.stream().map(MongoSchema::name).toList(),
                check().different().stream().map(MongoSchema::unrepaired).toList());
    }

    private List<MongoIndex> missing(Map<String, MongoIndex> found) {
        return indexes.declared().stream().filter(one -> !found.containsKey(one.name())).toList();
    }

    private static boolean isOther(MongoIndex declared, @Nullable MongoIndex found) {
        return found != null && !found.equals(declared);
    }

    private static boolean needsRepair(MongoIndex declared, @Nullable MongoIndex found) {
        return found == null || (isOther(declared, found) && declared.isButForItsAge(found));
    }

    private static SchemaDifference difference(MongoIndex declared, Map<String, MongoIndex> found) {
        return new SchemaDifference(
                PartKind.INDEX,
                name(declared).name(),
                declared.statement(MongoCollections.NOTIFICATIONS),
                Objects.requireNonNull(found.get(declared.name()))
                        .statement(MongoCollections.NOTIFICATIONS));
    }

    private static Unrepaired unrepaired(SchemaDifference one) {
        return new Unrepaired("index", one.name(), "exists as: " + one.found());
    }

    private static PartName name(MongoIndex index) {
        return new PartName(PartKind.INDEX, MongoCollections.NOTIFICATIONS + "." + index.name());
    }
}
