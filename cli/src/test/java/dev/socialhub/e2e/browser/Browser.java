package dev.socialhub.e2e.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One Chromium for the tests of a class, in a static field: it starts before the first of them. */
public final class Browser implements BeforeAllCallback, AfterAllCallback {
    private final Supplier<Path> program;

    private @Nullable Chromium chromium;

    /**
     * @param program the path of Chromium; a test without it may be skipped by an exception
     */
    public Browser(Supplier<Path> program) {
        this.program = program;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        chromium = new Chromium(program.get());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** A new tab, which shares no state with the others. */
    public Tab tab() {
        if (chromium == null) {
            throw new IllegalStateException("no browser");
        }
        return chromium.tab();
    }
}
