/** What is counted and timed, and the document that tells it. */
@NullMarked
package dev.socialhub.loadtest.measure;

import org.jspecify.annotations.NullMarked;
