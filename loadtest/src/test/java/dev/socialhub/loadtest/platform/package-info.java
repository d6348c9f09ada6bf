@NullMarked
package dev.socialhub.loadtest.platform;

import org.jspecify.annotations.NullMarked;
