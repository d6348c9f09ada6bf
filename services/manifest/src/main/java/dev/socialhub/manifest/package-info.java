/**
 * The platform's services as {@code services/platform.yml} names them: read, checked, immutable.
 */
@NullMarked
package dev.socialhub.manifest;

import org.jspecify.annotations.NullMarked;
