@NullMarked
package dev.socialhub.shared.problem;

import org.jspecify.annotations.NullMarked;
