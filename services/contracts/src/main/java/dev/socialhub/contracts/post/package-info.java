/** The events that the posts service publishes. */
@NullMarked
package dev.socialhub.contracts.post;

import org.jspecify.annotations.NullMarked;
