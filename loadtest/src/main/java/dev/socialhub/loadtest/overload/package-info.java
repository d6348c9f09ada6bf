/** Load of twice what a platform bears: how it is made, and what is made of the answers. */
@NullMarked
package dev.socialhub.loadtest.overload;

import org.jspecify.annotations.NullMarked;
