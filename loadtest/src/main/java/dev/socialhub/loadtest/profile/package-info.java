/** The kinds of load that there are; {@code RunnableProfiles} lists them. */
@NullMarked
package dev.socialhub.loadtest.profile;

import org.jspecify.annotations.NullMarked;
