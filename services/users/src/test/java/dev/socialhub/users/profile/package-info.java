@NullMarked
package dev.socialhub.users.profile;

import org.jspecify.annotations.NullMarked;
