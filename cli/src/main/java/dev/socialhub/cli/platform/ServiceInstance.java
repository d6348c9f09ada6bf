package dev.socialhub.cli.platform;

import dev.socialhub.manifest.ServiceEntry;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of a service's processes.
 *
 * @param number counts from 1; the first has the service's own name
 */
record ServiceInstance(ServiceEntry service, int number) {

    /** The name of its process and its log. */
    String name() {
        return isFirst() ? service.name() : numberedName();
    }

    /** The port for its clients. */
    Port port() {
        Port first = Port.of(service);
        return isFirst() ? first : first.ofInstance(number);
    }

    /** All its ports, that of its clients first. */
    List<Port> ports() {
        return Stream.concat(Stream.of(port()), Port.managementOf(service).stream()).toList();
    }

    Port healthPort() {
        return Port.managementOf(service).orElse(port());
    }

    /** A service's name refers to all its instances, a number to one of them. */
    boolean matches(String name) {
        return name.equals(service.name()) || (!service.isGateway() && name.equals(numberedName()));
    }

    private boolean isFirst() {
        return number == 1;
    }

    private String numberedName() {
        return service.name() + "-" + number;
    }
}
