/** The pages that the gateway serves itself: the landing page or banner, the platform's health. */
@NullMarked
package dev.socialhub.gateway.page;

import org.jspecify.annotations.NullMarked;
