@NullMarked
package dev.socialhub.loadtest.plan;

import org.jspecify.annotations.NullMarked;
