@NullMarked
package dev.socialhub.shared.accounts;

import org.jspecify.annotations.NullMarked;
