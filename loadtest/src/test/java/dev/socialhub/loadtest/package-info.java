@NullMarked
package dev.socialhub.loadtest;

import org.jspecify.annotations.NullMarked;
