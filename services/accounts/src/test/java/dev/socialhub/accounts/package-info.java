@NullMarked
package dev.socialhub.accounts;

import org.jspecify.annotations.NullMarked;
