/** The follow and block edges between users, as the users service reports them. */
@NullMarked
package dev.socialhub.posts.graph;

import org.jspecify.annotations.NullMarked;
