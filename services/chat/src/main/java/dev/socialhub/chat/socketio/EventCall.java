package dev.socialhub.chat.socketio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.socialhub.chat.engineio.MalformedPacketException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data of an event packet: a JSON array of its name and its arguments.
 *
 * @param arguments each is one well-formed JSON value; attachments stand in them as Base64
 */
public record EventCall(String name, List<String> arguments) {

    private static final JsonFactory JSON = new JsonFactory();

    private static final String MARK = "\"_placeholder\"\\s*:\\s*true";
    private static final String NUMBER = "\"num\"\\s*:\\s*(\\d{1,4})";
    private static final String COMMA = "\\s*,\\s*";

    /** Quotes within JSON strings are escaped, so this matches placeholders alone. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile(
                    "\\{\\s*(?:" + MARK + COMMA + NUMBER + "|" + NUMBER + COMMA + MARK + ")\\s*}");

    public EventCall {
        arguments = List.copyOf(arguments);
    }

    /** Reads the data of an event. */
    public static EventCall read(SocketPacket packet) throws MalformedPacketException {
        String json = packet.json();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY
                    || parser.nextToken() != JsonToken.VALUE_STRING) {
                throw new MalformedPacketException("an event is an array that begins with a name");
            }
            String name = parser.getText();
            List<String> arguments = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int begin = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                // A number ends where the parser has seen the character after it.
                parser.finishToken();
                int end = (int) parser.currentLocation().getCharOffset();
                arguments.add(
                        fill(json.substring(begin, end).stripTrailing(), packet.attachments()));
            }
            if (parser.nextToken() != null) {
                throw new MalformedPacketException("data after the event");
            }
            return new EventCall(name, arguments);
        } catch (IOException e) {
            throw new MalformedPacketException("the data is not JSON");
        }
    }

    private static String fill(String argument, List<byte[]> attachments)
            throws MalformedPacketException {
        if (attachments.isEmpty()) {
            return argument;
        }
        Matcher placeholder = PLACEHOLDER.matcher(argument);
        StringBuilder filled = new StringBuilder();
        while (placeholder.find()) {
            String digits = placeholder.group(placeholder.group(1) == null ? 2 : 1);
            int number = Integer.parseInt(digits);
            if (number >= attachments.size()) {
                throw new MalformedPacketException("placeholder without attachment");
            }
            String base64 = Base64.getEncoder().encodeToString(attachments.get(number));
            placeholder.appendReplacement(filled, '"' + base64 + '"');
        }
        return placeholder.appendTail(filled).toString();
    }
}
