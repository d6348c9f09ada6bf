@NullMarked
package dev.socialhub.users.count;

import org.jspecify.annotations.NullMarked;
