@NullMarked
package dev.socialhub.shared.sql;

import org.jspecify.annotations.NullMarked;
