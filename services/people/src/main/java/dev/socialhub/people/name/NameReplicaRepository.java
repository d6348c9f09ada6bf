package dev.socialhub.people.name;

import dev.socialhub.contracts.user.ProfileSnapshot;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The replica of users' names, in the form in which the users service has them, with both versions.
 */
@Singleton
class NameReplicaRepository {

    private static final String LIST =
            "select user_id, username, name, account_version, profile_version from author"
                    + " where user_id > ? order by user_id limit ?";

    private static final String ADD =
            "insert into author (username, name, account_version, profile_version, user_id)"
                    + " select n.* from (values (?, ?, ?, ?, ?))"
                    + " as n(username, name, account_version, profile_version, user_id)"
                    + " where not exists (select 1 from deleted_user d where d.user_id = n.user_id)"
                    + " on conflict do nothing";

    private static final String AS_HELD =
            " where username = ? and name = ? and account_version = ? and profile_version = ?"
                    + " and user_id = ?";

    private static final String REPLACE =
            "update author set username = ?, name = ?, account_version = ?, profile_version = ?,"
                    + " user_id = ?"
                    + AS_HELD;

    private static final String REMOVE = "delete from author" + AS_HELD;

    private final TransactionOperations<Connection> transactions;

    NameReplicaRepository(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** The users after this id, in the order of ids. */
    List<ProfileSnapshot> list(UUID after, int most) {
        return transactions.executeRead(status -> {
            try (PreparedStatement query = status.getConnection().prepareStatement(LIST)) {
                query.setObject(1, after);
                query.setInt(2, most);
                List<ProfileSnapshot> names = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        names.add(
                                new ProfileSnapshot(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getLong(4),
                                        row.getLong(5)));
                    }
                }
                return names;
            }
        });
    }

    /** Adds a user that is neither present nor deleted; returns 1 when it did. */
    int addIfMissing(ProfileSnapshot owned) {
        return update(ADD, owned);
    }

    /** Replaces a row if it is unchanged since it was read; returns 1 when it was. */
    int replace(ProfileSnapshot held, ProfileSnapshot owned) {
        return update(REPLACE, owned, held);
    }

    /** Removes a row if it is unchanged since it was read; returns 1 when it was. */
    int removeAsHeld(ProfileSnapshot held) {
        return update(REMOVE, held);
    }

    private int update(String sql, ProfileSnapshot... rows) {
        return transactions.executeWrite(status -> {
            try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
                int next = 1;
                for (ProfileSnapshot row : rows) {
                    next = setColumns(statement, next, row);
                }
                return statement.executeUpdate();
            }
        });
    }

    /** Returns the index of the next parameter. */
    private static int setColumns(PreparedStatement statement, int first, ProfileSnapshot row)
            throws SQLException {
        int next = first;
        statement.setString(next++, row.username());
        statement.setString(next++, row.name());
        statement.setLong(next++, row.accountVersion());
        statement.setLong(next++, row.version());
        statement.setObject(next++, row.userId());
        return next;
    }
}
