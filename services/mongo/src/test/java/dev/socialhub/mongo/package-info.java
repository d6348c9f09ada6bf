@NullMarked
package dev.socialhub.mongo;

import org.jspecify.annotations.NullMarked;
