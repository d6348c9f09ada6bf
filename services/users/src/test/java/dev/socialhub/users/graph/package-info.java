@NullMarked
package dev.socialhub.users.graph;

import org.jspecify.annotations.NullMarked;
