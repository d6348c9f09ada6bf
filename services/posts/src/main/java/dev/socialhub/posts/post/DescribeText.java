package dev.socialhub.posts.post;

import dev.socialhub.people.account.ResolveUser;
import dev.socialhub.posts.post.PostMetadata.Mention;
import dev.socialhub.posts.text.Hashtag;
import dev.socialhub.posts.text.TextParts;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Finds out what a post's text contains, and which users its mentions name. */
@Singleton
class DescribeText {

    private final MentionedUserRepository users;

    DescribeText(MentionedUserRepository users) {
        this.users = users;
    }

    /**
     * Describes a text. The accounts of its author and of the mentioned users aren't deleted before
     * the running transaction ends. Names that no user has are left out.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 401 when the author's account is
     *     deleted
     */
    PostMetadata of(UUID authorId, String content) {
        TextParts parts = TextParts.of(content);
        if (parts.hashtags().isEmpty() && parts.usernames().isEmpty()) {
            return PostMetadata.EMPTY;
        }
        return new PostMetadata(
                parts.hashtags().stream().map(Hashtag::shown).toList(),
                parts.usernames().isEmpty() ? List.of() : mentions(authorId, parts.usernames()));
    }

    private List<Mention> mentions(UUID authorId, List<String> usernames) {
        Map<String, Mention> byName = new LinkedHashMap<>();
        boolean authorExists = false;
        for (Mention user : users.lock(authorId, usernames)) {
            authorExists |= user.userId().equals(authorId);
            byName.put(user.username(), user);
        }
        if (!authorExists) {
            throw ResolveUser.deletedCaller();
        }
        return usernames.stream().map(byName::get).filter(Objects::nonNull).toList();
    }
}
