@NullMarked
package dev.socialhub.loadtest.profile;

import org.jspecify.annotations.NullMarked;
