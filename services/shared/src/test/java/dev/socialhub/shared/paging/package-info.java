@NullMarked
package dev.socialhub.shared.paging;

import org.jspecify.annotations.NullMarked;
