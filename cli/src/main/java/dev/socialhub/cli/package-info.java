/** The operator's tool: one package per noun, over {@code terminal} and {@code machine}. */
@NullMarked
package dev.socialhub.cli;

import org.jspecify.annotations.NullMarked;
