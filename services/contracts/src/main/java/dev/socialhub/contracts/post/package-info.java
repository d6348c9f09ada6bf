/** What the posts service tells the others. */
@NullMarked
package dev.socialhub.contracts.post;

import org.jspecify.annotations.NullMarked;
