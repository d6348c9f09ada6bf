@NullMarked
package dev.socialhub.loadtest.events;

import org.jspecify.annotations.NullMarked;
