@NullMarked
package dev.socialhub.shared.dependency;

import org.jspecify.annotations.NullMarked;
