/** Load of twice what a platform can serve: how it is made, and how the answers are judged. */
@NullMarked
package dev.socialhub.loadtest.overload;

import org.jspecify.annotations.NullMarked;
