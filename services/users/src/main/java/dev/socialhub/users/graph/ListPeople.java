package dev.socialhub.users.graph;

import dev.socialhub.shared.paging.Cursor;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Lists people, the newest edge first. */
@Singleton
public class ListPeople {

    private final ListRepository lists;
    private final ReadGraph graph;

    ListPeople(ListRepository lists, ReadGraph graph) {
        this.lists = lists;
        this.graph = graph;
    }

    /**
     * Who follows a person. Nobody follows somebody who doesn't exist.
     *
     * @throws ProblemException 404 when the viewer can't see the person
     */
    public <T> Page<T> followers(
            UUID viewerId, UUID userId, PageQuery query, Function<ListedPerson, T> view) {
        List<ListedPerson> people =
                lists.followers(userId, viewerId, query.after(), query.limit() + 1);
        return page(seen(viewerId, userId, people), query, view);
    }

    /**
     * Whom a person follows, which is nobody if they don't exist.
     *
     * @throws ProblemException 404 when the viewer can't see the person
     */
    public <T> Page<T> following(
            UUID viewerId, UUID userId, PageQuery query, Function<ListedPerson, T> view) {
        List<ListedPerson> people =
                lists.following(userId, viewerId, query.after(), query.limit() + 1);
        return page(seen(viewerId, userId, people), query, view);
    }

    /** Who finds people there can see whose they are: only the others have to ask. */
    private List<ListedPerson> seen(UUID viewerId, UUID userId, List<ListedPerson> people) {
        if (people.isEmpty()) {
            graph.seen(viewerId, userId);
        }
        return people;
    }

    /** Whom a person blocks, which is nobody else's business. */
    public <T> Page<T> blocked(UUID userId, PageQuery query, Function<ListedPerson, T> view) {
        return page(lists.blocked(userId, query.after(), query.limit() + 1), query, view);
    }

    private static <T> Page<T> page(
            List<ListedPerson> people, PageQuery query, Function<ListedPerson, T> view) {
        return Page.of(
                people, query.limit(), last -> new Cursor(last.since(), last.id()).encoded(), view);
    }
}
