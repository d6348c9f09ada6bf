/** Who follows and who blocks whom, as users tells. */
@NullMarked
package dev.socialhub.posts.graph;

import org.jspecify.annotations.NullMarked;
