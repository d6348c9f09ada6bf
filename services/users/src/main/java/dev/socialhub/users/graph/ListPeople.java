package dev.socialhub.users.graph;

import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import dev.socialhub.shared.paging.TimeCursor;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Lists users, the most recent edge first. */
@Singleton
public class ListPeople {

    private final ListRepository lists;
    private final ReadRelationships graph;

    ListPeople(ListRepository lists, ReadRelationships graph) {
        this.lists = lists;
        this.graph = graph;
    }

    /**
     * The followers of a user; none for a user that doesn't exist.
     *
     * @throws ProblemException 404 when the user is invisible to the viewer
     */
    public <T> Page<T> followers(
            UUID viewerId, UUID userId, PageQuery query, Function<ListedPerson, T> view) {
        TimeCursor after = query.after();
        List<ListedPerson> listed =
                lists.followers(userId, viewerId, after.at(), after.id(), query.rows());
        return page(seen(viewerId, userId, listed), query, view);
    }

    /**
     * The users that a user follows; none for a user that doesn't exist.
     *
     * @throws ProblemException 404 when the user is invisible to the viewer
     */
    public <T> Page<T> following(
            UUID viewerId, UUID userId, PageQuery query, Function<ListedPerson, T> view) {
        TimeCursor after = query.after();
        List<ListedPerson> listed =
                lists.following(userId, viewerId, after.at(), after.id(), query.rows());
        return page(seen(viewerId, userId, listed), query, view);
    }

    /**
     * A page with entries proves that its owner is visible to the viewer; only an empty page needs
     * the check.
     */
    private List<ListedPerson> seen(UUID viewerId, UUID userId, List<ListedPerson> listed) {
        if (listed.isEmpty()) {
            graph.seen(viewerId, userId);
        }
        return listed;
    }

    /** The users that a user blocks. Only for that user themselves. */
    public <T> Page<T> blocked(UUID userId, PageQuery query, Function<ListedPerson, T> view) {
        TimeCursor after = query.after();
        return page(lists.blocked(userId, after.at(), after.id(), query.rows()), query, view);
    }

    private static <T> Page<T> page(
            List<ListedPerson> listed, PageQuery query, Function<ListedPerson, T> view) {
        return Page.of(listed, query, last -> new TimeCursor(last.since(), last.id()), view);
    }
}
