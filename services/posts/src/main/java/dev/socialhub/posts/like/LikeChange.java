package dev.socialhub.posts.like;

/** The change of a like that a request asks for. */
enum LikeChange {
    LIKE,
    UNLIKE,
    TOGGLE
}
