/** The program that offers a platform load and measures how it answers. */
@NullMarked
package dev.socialhub.loadtest;

import org.jspecify.annotations.NullMarked;
