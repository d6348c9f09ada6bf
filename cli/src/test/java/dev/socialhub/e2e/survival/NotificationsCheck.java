package dev.socialhub.e2e.survival;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.e2e.Client.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Each author was told once of each post that is there and of none that isn't, was welcomed once,
 * and the numbers of the notifications have no gap.
 */
final class NotificationsCheck implements Check {

    private final Crowd crowd;

    NotificationsCheck(Crowd crowd) {
        this.crowd = crowd;
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
        List<Long> dense =
                LongStream.iterate(all.size(), seq -> seq - 1).limit(all.size()).boxed().toList();
        if (!numbers.equals(dense)) {
            violations.add(person.username() + " has notifications numbered " + numbers);
        }
        return violations;
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
