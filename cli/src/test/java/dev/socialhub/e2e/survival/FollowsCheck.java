package dev.socialhub.e2e.survival;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.e2e.Client.Person;
import dev.socialhub.testkit.history.Operation;
import dev.socialhub.testkit.history.OperationOutcome;
import dev.socialhub.testkit.history.Operations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a user follows another is decided by the last acknowledged toggle of that pair, and all
 * services agree on it: the relationship, both lists, the counts, and which posts may be read.
 */
final class FollowsCheck implements Check {

    private final Crowd crowd;
    private final List<Pair> pairs;
    private final Operations operations;
    private final Map<Person, String> forFollowers = new HashMap<>();

    FollowsCheck(Crowd crowd, List<Pair> pairs, Operations operations) {
        this.crowd = crowd;
        this.pairs = pairs;
        this.operations = operations;
    }

    @Override
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        for (Pair pair : pairs) {
            violations.addAll(of(pair));
            violations.addAll(told(pair));
            violations.addAll(reads(pair));
        }
        for (Person person : crowd.cast()) {
            violations.addAll(counts(person));
        }
        return violations;
    }

    private List<String> of(Pair pair) {
        boolean following = isFollowing(pair);
        List<String> violations = new ArrayList<>();
        if (!possible(pair).contains(following)) {
            violations.add(
                    "%s is left %s, toggles end with %s"
                            .formatted(pair, following ? "following" : "apart", last(pair)));
        }
        if (list(pair.followee(), "followers").contains(pair.follower().username()) != following) {
            violations.add(pair + ": the list of followers says otherwise than " + following);
        }
        if (list(pair.follower(), "following").contains(pair.followee().username()) != following) {
            violations.add(pair + ": the list of followed says otherwise than " + following);
        }
        return violations;
    }

    /** The followee has one notification for as long as the follow exists, otherwise none. */
    private List<String> told(Pair pair) {
        long times =
                Pages.all(crowd.as(pair.followee()), "/api/v1/notifications").stream()
                        .filter(item -> item.get("type").asText().equals("FOLLOW"))
                        .filter(item -> item.at("/actor/id").asText().equals(pair.follower().id()))
                        .count();
        return times == (isFollowing(pair) ? 1 : 0)
                ? List.of()
                : List.of(pair + ": the followee was told " + times + " times");
    }

    private List<String> counts(Person person) {
        JsonNode counts = profile(person, person).get("counts");
        int followers = list(person, "followers").size();
        int following = list(person, "following").size();
        return counts.get("followers").asInt() == followers
                        && counts.get("following").asInt() == following
                ? List.of()
                : List.of(
                        "%s has %d followers and follows %d, but counts %s"
                                .formatted(person.username(), followers, following, counts));
    }

    /** The posts service's view of the follow: a post for followers can be read only by them. */
    private List<String> reads(Pair pair) {
        String post = forFollowers.computeIfAbsent(pair.followee(), this::post);
        int expected = isFollowing(pair) ? 200 : 404;
        int status = crowd.as(pair.follower()).get("/api/v1/posts/" + post).status();
        return status == expected
                ? List.of()
                : List.of(pair + ": a post for followers answers " + status + ", not " + expected);
    }

    private String post(Person author) {
        Map<String, String> body = Map.of("content", "among us", "visibility", "followers");
        return crowd.as(author).post("/api/v1/posts", body).json().get("id").asText();
    }

    private boolean isFollowing(Pair pair) {
        return profile(pair.follower(), pair.followee()).at("/relationship/following").asBoolean();
    }

    private Set<Boolean> possible(Pair pair) {
        List<Operation> toggles =
                toggles(pair).stream()
                        .filter(one -> one.outcome() != OperationOutcome.FAIL)
                        .toList();
        Set<Boolean> possible = new HashSet<>();
        toggles.stream()
                .filter(toggle -> toggles.stream().noneMatch(toggle::precedes))
                .forEach(toggle -> possible.add(toggle.kind().equals(Deeds.FOLLOW)));
        return possible.isEmpty() ? Set.of(false) : possible;
    }

    private String last(Pair pair) {
        List<Operation> toggles = toggles(pair);
        return toggles.subList(Math.max(0, toggles.size() - 3), toggles.size()).toString();
    }

    private List<Operation> toggles(Pair pair) {
        return operations.by(process(pair)).all();
    }

    private static String process(Pair pair) {
        return "follower-" + pair;
    }

    private JsonNode profile(Person viewer, Person person) {
        return crowd.as(viewer).get("/api/v1/users/" + person.username()).json();
    }

    private List<String> list(Person person, String which) {
        return Pages.all(crowd.as(person), "/api/v1/users/" + person.username() + "/" + which)
                .stream()
                .map(item -> item.get("username").asText())
                .toList();
    }
}
