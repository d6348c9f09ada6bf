@NullMarked
package dev.socialhub.loadtest.measure;

import org.jspecify.annotations.NullMarked;
