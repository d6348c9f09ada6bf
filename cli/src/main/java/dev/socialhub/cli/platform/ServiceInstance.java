package dev.socialhub.cli.platform;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of a service's processes.
 *
 * @param number counts from 1; the first has the service's own name
 */
record ServiceInstance(ServiceDefinition service, int number) {

    /** The name of its process and its log. */
    String name() {
        return isFirst() ? service.name() : numberedName();
    }

    /** The port for its clients. */
    Port port() {
        return isFirst() ? service.port() : service.port().ofInstance(number);
    }

    /** All its ports, that of its clients first. */
    List<Port> ports() {
        return Stream.concat(Stream.of(port()), service.management().stream()).toList();
    }

    Port healthPort() {
        return service.management().orElse(port());
    }

    /** A service's name refers to all its instances, a number to one of them. */
    boolean isMeantBy(String name) {
        return name.equals(service.name()) || (!service.balances() && name.equals(numberedName()));
    }

    private boolean isFirst() {
        return number == 1;
    }

    private String numberedName() {
        return service.name() + "-" + number;
    }
}
