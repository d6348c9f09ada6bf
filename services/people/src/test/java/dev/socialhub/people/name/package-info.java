@NullMarked
package dev.socialhub.people.name;

import org.jspecify.annotations.NullMarked;
