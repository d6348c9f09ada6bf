@NullMarked
package dev.socialhub.loadtest.probe;

import org.jspecify.annotations.NullMarked;
