/** Posts of made-up people, for operators who want data to look at or to measure with. */
@NullMarked
package dev.socialhub.posts.seed;

import org.jspecify.annotations.NullMarked;
