@NullMarked
package dev.socialhub.testkit;

import org.jspecify.annotations.NullMarked;
