/** What the gateway says itself: problems, the banner, the aggregated health. */
@NullMarked
package dev.socialhub.gateway.answer;

import org.jspecify.annotations.NullMarked;
