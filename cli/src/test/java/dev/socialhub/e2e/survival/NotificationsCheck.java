package dev.socialhub.e2e.survival;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.e2e.Client.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Each author was notified once of each existing post and of no other, was welcomed once, and the
 * numbers of the notifications have no gaps except for follows that were taken back.
 */
final class NotificationsCheck implements Check {

    private final Crowd crowd;
    private final List<Pair> pairs;

    NotificationsCheck(Crowd crowd, List<Pair> pairs) {
        this.crowd = crowd;
        this.pairs = pairs;
    }

    @Override
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        for (Person person : crowd.cast()) {
            violations.addAll(of(person));
        }
        return violations;
    }

    private List<String> of(Person person) {
        List<JsonNode> all = Pages.all(crowd.as(person), "/api/v1/notifications");
        List<String> told =
                all.stream()
                        .filter(item ->
                                item.get("message").asText().equals("You created a new post!"))
                        .map(item -> item.at("/entity/id").asText())
                        .toList();
        List<String> posts =
                Pages.all(crowd.as(person), "/api/v1/users/" + person.username() + "/posts")
                        .stream()
                        .map(post -> post.get("id").asText())
                        .toList();
        List<String> violations = new ArrayList<>();
        addUnlessEmpty(violations, person, "was not told of", without(posts, told));
        addUnlessEmpty(violations, person, "was told of posts that aren't", without(told, posts));
        addUnlessEmpty(violations, person, "was told twice of", repeated(told));
        long welcomes =
                all.stream().filter(item -> item.get("type").asText().equals("WELCOME")).count();
        if (welcomes != 1) {
            violations.add(person.username() + " was welcomed " + welcomes + " times");
        }
        List<Long> numbers = all.stream().map(item -> item.get("seq").asLong()).toList();
        List<Long> descending =
                numbers.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        long gaps = numbers.isEmpty() ? 0 : numbers.getFirst() - numbers.size();
        if (!numbers.equals(descending) || gaps > takenBack(person, all)) {
            violations.add(person.username() + " has notifications numbered " + numbers);
        }
        return violations;
    }

    /** At most this many followers were in notifications and have unfollowed since. */
    private long takenBack(Person person, List<JsonNode> all) {
        long followers = pairs.stream().filter(pair -> pair.followee().equals(person)).count();
        return followers
                - all.stream().filter(item -> item.get("type").asText().equals("FOLLOW")).count();
    }

    private static void addUnlessEmpty(
            List<String> violations, Person person, String what, Set<String> ids) {
        if (!ids.isEmpty()) {
            violations.add(person.username() + " " + what + " " + ids);
        }
    }

    private static Set<String> without(List<String> all, List<String> some) {
        Set<String> known = new HashSet<>(some);
        return all.stream().filter(id -> !known.contains(id)).collect(Collectors.toSet());
    }

    private static Set<String> repeated(List<String> ids) {
        Set<String> seen = new HashSet<>();
        return ids.stream().filter(id -> !seen.add(id)).collect(Collectors.toSet());
    }
}
