@NullMarked
package dev.socialhub.loadtest.users;

import org.jspecify.annotations.NullMarked;
