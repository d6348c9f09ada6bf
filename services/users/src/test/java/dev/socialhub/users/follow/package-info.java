@NullMarked
package dev.socialhub.users.follow;

import org.jspecify.annotations.NullMarked;
