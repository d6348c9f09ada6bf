@NullMarked
package dev.socialhub.loadtest.run;

import org.jspecify.annotations.NullMarked;
