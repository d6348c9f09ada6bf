package dev.socialhub.chat.listing;

import dev.socialhub.people.name.NamedUser;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The replicated names of several users at once. */
@Singleton
class PartnerRepository {

    private static final String NAMES =
            "select user_id, username, name from author where user_id = any (?)";

    private final JdbcOperations jdbc;

    PartnerRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The known ones; deleted users have no name. */
    Map<UUID, NamedUser> names(Collection<UUID> userIds) {
        Map<UUID, NamedUser> names = new HashMap<>();
        jdbc.execute(connection -> {
            SqlStatement.on(connection, NAMES, SqlStatement.array("uuid", userIds))
                    .forEach(row ->
                            names.put(
                                    row.uuid(1),
                                    new NamedUser(row.uuid(1), row.text(2), row.text(3))));
            return names.size();
        });
        return names;
    }
}
