package dev.socialhub.shared.start;

import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import dev.socialhub.manifest.SharedSettings;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Settings that are alike in several services. Each module of the kit has its own in {@value
 * #FILE}; services of the manifest have further ones ({@link SharedSettings}). A service's
 * application.yml, the environment and tests come before them.
 */
@ContextConfigurer
public final class SharedDefaults implements ApplicationContextConfigurer {

    static final String FILE = "kit-defaults.yml";

    private static final String OWN = "application.yml";
    private static final String NAME = "micronaut.application.name";

    /** Below application.yml, whose order is -300. */
    private static final int ORDER = -1_000;

    @Override
    public void configure(ApplicationContextBuilder builder) {
        try {
            for (URL file : all(FILE)) {
                add(builder, file, UnaryOperator.identity());
            }
            builder.propertySources(
                    PropertySource.of("addresses", Map.copyOf(SharedSettings.addresses()), ORDER));
            Optional<ServiceEntry> service = service();
            if (service.isPresent()) {
                for (String name : SharedSettings.filesOf(service.get())) {
                    for (URL file : all(name)) {
                        add(builder, file, text -> SharedSettings.fill(text, service.get()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The manifest's entry for the program; empty in tests of the kit alone. */
    private static Optional<ServiceEntry> service() throws IOException {
        List<URL> own = all(OWN);
        return own.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(read(own.getFirst(), UnaryOperator.identity()).get(NAME))
                        .flatMap(name -> PlatformManifest.packaged().service(name.toString()));
    }

    private static void add(
            ApplicationContextBuilder builder, URL file, UnaryOperator<String> filled)
            throws IOException {
        builder.propertySources(PropertySource.of(file.toString(), read(file, filled), ORDER));
    }

    private static Map<String, Object> read(URL file, UnaryOperator<String> filled)
            throws IOException {
        try (InputStream yaml = file.openStream()) {
            String text = filled.apply(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
            return new YamlPropertySourceLoader()
                    .read(
                            file.toString(),
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static List<URL> all(String name) throws IOException {
        return Collections.list(SharedDefaults.class.getClassLoader().getResources(name));
    }
}
