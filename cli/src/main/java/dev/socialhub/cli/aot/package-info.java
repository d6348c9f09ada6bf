/** Start-up caches: classes that a JVM finds loaded and linked, made once for each program. */
@NullMarked
package dev.socialhub.cli.aot;

import org.jspecify.annotations.NullMarked;
