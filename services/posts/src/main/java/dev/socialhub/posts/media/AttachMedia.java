package dev.socialhub.posts.media;

import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gives uploaded media to a post, until it is deleted. */
@Singleton
public final class AttachMedia {

    private final MediaRepository media;

    AttachMedia(MediaRepository media) {
        this.media = media;
    }

    /**
     * Attaches media to a post in the running transaction.
     *
     * @param ids in the order in which the post shows them
     * @throws ProblemException 422 for an id that occurs twice, and for one that isn't of the
     *     user's own media without a post
     */
    public List<AttachedMedia> attach(List<UUID> ids, UUID ownerId, UUID postId) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                throw invalid(i, "occurs twice");
            }
        }
        List<AttachedMedia> attached = media.attach(ids, ownerId, postId);
        Set<UUID> done = attached.stream().map(AttachedMedia::id).collect(Collectors.toSet());
        for (int i = 0; i < ids.size(); i++) {
            if (!done.contains(ids.get(i))) {
                throw invalid(i, "must be one of your uploads that no post has yet");
            }
        }
        return attached.stream().sorted(Comparator.comparingInt(AttachedMedia::position)).toList();
    }

    /** Takes the media of deleted posts from them in the running transaction. */
    public void detach(Collection<UUID> postIds) {
        media.detach(postIds);
    }

    private static ProblemException invalid(int index, String message) {
        return ProblemException.invalid("mediaIds[" + index + "]", message);
    }
}
