/** Help with writing: drafts of posts and captions, by a language model or a local generator. */
@NullMarked
package dev.socialhub.posts.assist;

import org.jspecify.annotations.NullMarked;
