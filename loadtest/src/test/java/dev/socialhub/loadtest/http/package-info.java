@NullMarked
package dev.socialhub.loadtest.http;

import org.jspecify.annotations.NullMarked;
