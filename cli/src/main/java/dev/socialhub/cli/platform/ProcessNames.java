package dev.socialhub.cli.platform;

import java.util.Iterator;
import java.util.stream.Stream;

/** The names of all processes of a usual platform, by which a shell may complete. */
final class ProcessNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Stream.concat(
                        Stream.of("postgres", "redis", "kafka", "mongodb"),
                        Catalogue.SERVICES.stream().map(ServiceDefinition::name))
                .iterator();
    }
}
