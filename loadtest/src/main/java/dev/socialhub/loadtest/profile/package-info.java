/** The kinds of load that there are; {@code Profiles} lists them. */
@NullMarked
package dev.socialhub.loadtest.profile;

import org.jspecify.annotations.NullMarked;
