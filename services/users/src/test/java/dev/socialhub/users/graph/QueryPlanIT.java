package dev.socialhub.users.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.paging.TimeCursor;
import dev.socialhub.users.UsersServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ten thousand users follow one user, who follows all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryPlanIT {

    private static final String ID =
            "('00000000-0000-0000-0000-' || lpad((%s)::text, 12, '0'))::uuid";
    private static final UUID FOLLOWEE = new UUID(0, 0);
    private static final UUID VIEWER = new UUID(0, 1);
    private static final int LIMIT = 20;
    private static final Pattern BUFFERS =
            Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    private UsersServer users;

    @BeforeAll
    void fill() {
        users = UsersServer.start();
        String id = ID.formatted("n");
        String profiles = " from generate_series(0, 10000) n";
        String edge = "insert into edge select 'follow', %s, %s, true, 1, %s" + profiles;
        users.execute(
                "insert into profile select "
                        + id
                        + ", 'user_' || n, 'User', false, null, null,"
                        + " null, '{}', 1, 1, now(), now()"
                        + profiles,
                edge.formatted(id, "'" + FOLLOWEE + "'::uuid", "now() - n * interval '1 minute'")
                        + " where n > 0",
                edge.formatted("'" + FOLLOWEE + "'::uuid", id, "now() - n * interval '1 minute'")
                        + " where n > 0",
                edge.formatted(id, ID.formatted("(n * 7 + 1) % 10001"), "now()")
                        + " where n > 0 and n <> (n * 7 + 1) % 10001 on conflict do nothing",
                "insert into edge select 'block', "
                        + id
                        + ", '"
                        + VIEWER
                        + "', true, 1, now() from generate_series(100, 300) n",
                "vacuum analyze");
    }

    @AfterAll
    void stop() {
        users.close();
    }

    @Test
    void readsPageFiftyAsItReadsPageOne() throws SQLException {
        for (String list : new String[] {ListRepository.FOLLOWERS, ListRepository.FOLLOWING}) {
            String first = plan(list, 0);
            String fiftieth = plan(list, 49 * LIMIT);

            assertThat(first)
                    .contains(list.equals(ListRepository.FOLLOWERS) ? "edge_by_to" : "edge_by_from")
                    .doesNotContain("Sort", "Seq Scan on edge", "Seq Scan on profile");
            assertThat(fiftieth).doesNotContain("Sort", "Seq Scan on edge", "Seq Scan on profile");
            // The pages hold the same number of rows, but not always of blocks.
            assertThat(buffers(fiftieth)).isBetween(buffers(first) / 2, buffers(first) * 2);
            assertThat(buffers(fiftieth)).isLessThan(500);
        }
    }

    @Test
    void reachesTheLastOfThemInFullPages() {
        ListRepository lists = users.service.bean(ListRepository.class);
        var after = TimeCursor.NEWEST;
        int seen = 0;
        for (var page = lists.followers(FOLLOWEE, VIEWER, after.at(), after.id(), 100);
                !page.isEmpty();
                page = lists.followers(FOLLOWEE, VIEWER, after.at(), after.id(), 100)) {
            seen += page.size();
            after = new TimeCursor(page.getLast().since(), page.getLast().id());
        }
        // All followers but those that block the viewer.
        assertThat(seen).isEqualTo(10_000 - 201);
    }

    private String plan(String list, int minutes) throws SQLException {
        try (Connection connection = users.connect();
                PreparedStatement explain =
                        connection.prepareStatement(
                                "explain (analyze, buffers, timing off) "
                                        + list.replaceAll(":\\w+", "?"))) {
            explain.setObject(1, FOLLOWEE);
            explain.setObject(2, OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(minutes));
            explain.setObject(3, FOLLOWEE);
            explain.setObject(4, VIEWER);
            explain.setObject(5, FOLLOWEE);
            explain.setObject(6, VIEWER);
            explain.setInt(7, LIMIT + 1);
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = explain.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    /** The buffers of the whole query, taken from the first line that states them. */
    private static int buffers(String plan) {
        Matcher matcher = BUFFERS.matcher(plan);
        assertThat(matcher.find()).as(plan).isTrue();
        String read = matcher.group(2);
        return Integer.parseInt(matcher.group(1)) + (read == null ? 0 : Integer.parseInt(read));
    }
}
