package dev.socialhub.posts.post;

import dev.socialhub.posts.media.AttachedMedia;
import dev.socialhub.posts.media.MediaUrls;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the views of posts, with the addresses of their media. */
@Singleton
class PostViews {

    private final MediaUrls urls;

    PostViews(MediaUrls urls) {
        this.urls = urls;
    }

    PostView of(Post post) {
        List<AttachedMedia> media = post.media();
        return PostView.of(
                post,
                media == null
                        ? List.of()
                        : media.stream().map(one -> urls.inPost(one, post.visibility())).toList());
    }
}
