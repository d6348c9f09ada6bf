/** Gatling simulations of SocialHub's traffic. */
@NullMarked
package dev.socialhub.loadtest;

import org.jspecify.annotations.NullMarked;
