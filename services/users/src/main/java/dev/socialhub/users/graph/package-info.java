/** The graph: who follows and who blocks whom. */
@NullMarked
package dev.socialhub.users.graph;

import org.jspecify.annotations.NullMarked;
