/** A browser for tests: Chromium without a window, driven by its own protocol. */
@NullMarked
package dev.socialhub.e2e.browser;

import org.jspecify.annotations.NullMarked;
