/** The graph: follows and blocks between users. */
@NullMarked
package dev.socialhub.users.graph;

import org.jspecify.annotations.NullMarked;
