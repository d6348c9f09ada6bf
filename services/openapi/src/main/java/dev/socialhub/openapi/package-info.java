/** Makes the OpenAPI document of the whole public API from the documents of the services. */
@NullMarked
package dev.socialhub.openapi;

import org.jspecify.annotations.NullMarked;
