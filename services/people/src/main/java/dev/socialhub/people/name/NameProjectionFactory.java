package dev.socialhub.people.name;

import dev.socialhub.contracts.user.ProfileSnapshot;
import dev.socialhub.ops.projection.OwnerClient;
import dev.socialhub.ops.projection.Projection;
import dev.socialhub.ops.projection.TableProjection;
import dev.socialhub.ops.table.TableRepository;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

@Factory
final class NameProjectionFactory {

    /** The replica of users' names, compared with the users service. */
    @Singleton
    Projection<ProfileSnapshot> authors(
            @Value("${socialhub.people.users-urls}") List<URI> users,
            OwnerClient owner,
            TableRepository tables,
            RepairNames repairNames) {
        return new TableProjection<>(
                "authors",
                owner.rows("users", users, "profiles", ProfileSnapshot.class),
                NameTable.NAMES,
                tables,
                new NameComparison(),
                repairNames);
    }
}
