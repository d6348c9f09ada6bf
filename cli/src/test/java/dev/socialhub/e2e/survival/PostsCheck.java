package dev.socialhub.e2e.survival;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.e2e.Client.Person;
import dev.socialhub.testkit.history.Operation;
import dev.socialhub.testkit.history.Operations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An acknowledged post exists once, under its id; one whose answer was lost at most once. */
final class PostsCheck implements Check {

    private final Crowd crowd;
    private final Operations posts;

    PostsCheck(Crowd crowd, Operations operations) {
        this.crowd = crowd;
        posts = operations.of(Deeds.POST);
    }

    @Override
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        for (Person author : crowd.cast()) {
            violations.addAll(of(author));
        }
        return violations;
    }

    private List<String> of(Person author) {
        Map<String, List<String>> found = new HashMap<>();
        for (JsonNode post :
                Pages.all(crowd.as(author), "/api/v1/users/" + author.username() + "/posts")) {
            found.computeIfAbsent(post.get("content").asText(), _ -> new ArrayList<>())
                    .add(post.get("id").asText());
        }
        List<String> violations = new ArrayList<>();
        for (Operation post : posts.by("author-" + author.username()).all()) {
            List<String> ids = found.getOrDefault(post.value(), List.of());
            boolean right =
                    switch (post.outcome()) {
                        case OK -> ids.equals(List.of(post.answer()));
                        case FAIL -> ids.isEmpty();
                        case UNKNOWN -> ids.size() <= 1;
                    };
            if (!right) {
                violations.add("the post " + post + " is there as " + ids);
            }
        }
        return violations;
    }
}
