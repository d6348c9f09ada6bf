@NullMarked
package dev.socialhub.backing.mongodb;

import org.jspecify.annotations.NullMarked;
