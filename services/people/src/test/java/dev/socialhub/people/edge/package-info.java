@NullMarked
package dev.socialhub.people.edge;

import org.jspecify.annotations.NullMarked;
