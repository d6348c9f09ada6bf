@NullMarked
package dev.socialhub.users.cache;

import org.jspecify.annotations.NullMarked;
