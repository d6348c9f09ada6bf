package dev.socialhub.shared.start;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Enumeration;

/**
 * Settings that are alike in every service. Each module of the kit has its own in {@value #FILE}; a
 * service's application.yml, the environment and tests come before them.
 */
@ContextConfigurer
public final class SharedDefaults implements ApplicationContextConfigurer {

    static final String FILE = "kit-defaults.yml";

    /** Below application.yml, whose order is -300. */
    private static final int ORDER = -1_000;

    @Override
    public void configure(ApplicationContextBuilder builder) {
        try {
            Enumeration<URL> files = SharedDefaults.class.getClassLoader().getResources(FILE);
            while (files.hasMoreElements()) {
                URL file = files.nextElement();
                try (InputStream yaml = file.openStream()) {
                    String name = file.toString();
                    builder.propertySources(
                            PropertySource.of(
                                    name, new YamlPropertySourceLoader().read(name, yaml), ORDER));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
