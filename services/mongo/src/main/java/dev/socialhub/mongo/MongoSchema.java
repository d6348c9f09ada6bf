package dev.socialhub.mongo;

import dev.socialhub.ops.schema.MigrationReport;
import dev.socialhub.ops.schema.PartKind;
import dev.socialhub.ops.schema.PartName;
import dev.socialhub.ops.schema.RepairReport;
import dev.socialhub.ops.schema.RepairReport.Unrepaired;
import dev.socialhub.ops.schema.Schema;
import dev.socialhub.ops.schema.SchemaDifference;
import dev.socialhub.ops.schema.SchemaReport;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the existing indexes with the declared ones; there are no migrations. */
@Singleton
final class MongoSchema implements Schema {

    private final MongoIndexes indexes;
    private final List<IndexedCollection> collections;

    MongoSchema(MongoIndexes indexes, List<IndexedCollection> collections) {
        this.indexes = indexes;
        this.collections = collections;
    }

    /** An index that a collection has to have, beside the one that it has under this name. */
    private record Compared(String collection, MongoIndex declared, @Nullable MongoIndex found) {

        boolean isMissing() {
            return found == null;
        }

        boolean isOther() {
            return found != null && !found.equals(declared);
        }

        boolean needsRepair() {
            return found == null || (isOther() && declared.isButForItsAge(found));
        }

        PartName name() {
            return new PartName(PartKind.INDEX, collection + "." + declared.name());
        }

        SchemaDifference difference() {
            return new SchemaDifference(
                    PartKind.INDEX,
                    name().name(),
                    declared.statement(collection),
                    found == null ? "" : found.statement(collection));
        }
    }

    @Override
    public SchemaReport check() {
        collections.forEach(IndexedCollection::prepare);
        List<Compared> compared = compare();
        return new SchemaReport(
                compared.stream().filter(Compared::isMissing).map(Compared::name).toList(),
                compared.stream().filter(Compared::isOther).map(Compared::difference).toList(),
                List.of());
    }

    @Override
    public MigrationReport migrate() {
        return new MigrationReport(List.of(), List.of());
    }

    /** An index whose age alone is another gets the declared one; nothing else is changed. */
    @Override
    public RepairReport repair() {
        List<Compared> repaired = compare().stream().filter(Compared::needsRepair).toList();
        collections.forEach(IndexedCollection::beforeRepair);
        repaired.forEach(one -> indexes.apply(one.collection(), one.declared()));
        return new RepairReport(
                repaired.stream().map(Compared::name).toList(),
                check().different().stream().map(MongoSchema::unrepaired).toList());
    }

    private List<Compared> compare() {
        List<Compared> compared = new ArrayList<>();
        for (IndexedCollection collection : collections) {
            var found = indexes.found(collection.name());
            collection
                    .indexes()
                    .forEach(declared ->
                            compared.add(
                                    new Compared(
                                            collection.name(),
                                            declared,
                                            found.get(declared.name()))));
        }
        return compared;
    }

    private static Unrepaired unrepaired(SchemaDifference one) {
        return new Unrepaired("index", one.name(), "exists as: " + one.found());
    }
}
