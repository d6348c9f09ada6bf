@NullMarked
package dev.socialhub.users;

import org.jspecify.annotations.NullMarked;
