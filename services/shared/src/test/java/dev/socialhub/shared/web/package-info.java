@NullMarked
package dev.socialhub.shared.web;

import org.jspecify.annotations.NullMarked;
