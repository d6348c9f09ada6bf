@NullMarked
package dev.socialhub.users.replica;

import org.jspecify.annotations.NullMarked;
