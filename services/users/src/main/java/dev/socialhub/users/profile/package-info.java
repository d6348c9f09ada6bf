/** Profiles: made from accounts, edited by their owners, shown to everybody. */
@NullMarked
package dev.socialhub.users.profile;

import org.jspecify.annotations.NullMarked;
