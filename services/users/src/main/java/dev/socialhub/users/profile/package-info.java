/** Profiles: created from accounts, edited by their owners, shown to all users. */
@NullMarked
package dev.socialhub.users.profile;

import org.jspecify.annotations.NullMarked;
