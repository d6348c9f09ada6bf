package dev.socialhub.shared.log;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.CoreConstants;
import java.nio.charset.StandardCharsets;

/** Logback's JSON lines, each beginning with the service that it is of. */
public final class ServiceJsonEncoder extends JsonEncoder {

    @Override
    public byte[] encode(ILoggingEvent event) {
        byte[] line = super.encode(event);
        String service = context.getName();
        if (service == null || CoreConstants.DEFAULT_CONTEXT_NAME.equals(service)) {
            return line;
        }
        byte[] begin = ("{\"service\":\"" + service + "\",").getBytes(StandardCharsets.UTF_8);
        byte[] named = new byte[begin.length + line.length - 1];
        System.arraycopy(begin, 0, named, 0, begin.length);
        System.arraycopy(line, 1, named, begin.length, line.length - 1);
        return named;
    }
}
