@NullMarked
package dev.socialhub.users.snapshot;

import org.jspecify.annotations.NullMarked;
