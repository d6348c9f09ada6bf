package dev.socialhub.shared.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.io.File;

/** The disk that the process works on. */
@Singleton
final class DiskMeters implements MeterBinder {

    private final File folder = new File("").getAbsoluteFile();

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("disk.free", folder, File::getUsableSpace)
                .description("Free space on the disk that the process uses")
                .baseUnit("bytes")
                .register(meters);
        Gauge.builder("disk.total", folder, File::getTotalSpace)
                .description("Size of the disk that the process uses")
                .baseUnit("bytes")
                .register(meters);
    }
}
