@NullMarked
package dev.socialhub.shared.text;

import org.jspecify.annotations.NullMarked;
