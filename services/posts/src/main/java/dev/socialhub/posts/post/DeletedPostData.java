package dev.socialhub.posts.post;

import java.util.UUID;

/**
 * One kind of data that users have added to posts. Implement it as a bean for each kind: the data
 * of a deleted post is then removed.
 */
public interface DeletedPostData {

    /**
     * Removes some rows of a deleted post in the running transaction, and corrects the counts. Each
     * batch is committed before the next. Nothing is added to the post any more.
     *
     * @return how many rows were found; the data is removed once it is 0
     */
    int eraseSome(UUID postId);
}
