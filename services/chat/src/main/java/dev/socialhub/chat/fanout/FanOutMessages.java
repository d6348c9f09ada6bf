package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.Audience;
import dev.socialhub.chat.conversation.Audience.InRoom;
import dev.socialhub.chat.conversation.Audience.OfUser;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.message.Message;
import dev.socialhub.chat.message.MessageObserver;
import dev.socialhub.chat.metrics.ChatMetrics;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hands stored messages to the clients of this instance, and to the other instances. */
@Singleton
class FanOutMessages implements MessageObserver {

    private final OrderMessages order;
    private final MessageJson json;
    private final InstanceBus bus;
    private final ChatMetrics metrics;
    private final Set<ConversationId> unpublished = ConcurrentHashMap.newKeySet();

    FanOutMessages(OrderMessages order, MessageJson json, InstanceBus bus, ChatMetrics metrics) {
        this.order = order;
        this.json = json;
        this.bus = bus;
        this.metrics = metrics;
    }

    @Override
    public void stored(List<Message> messages) {
        for (Message message : messages) {
            Delivered delivered = json.of(message);
            order.offer(message.conversation(), delivered);
            publish(message.conversation(), Frame.MESSAGE, delivered.json());
        }
    }

    @Override
    public void uncertain(Collection<ConversationId> conversations) {
        conversations.forEach(order::toEndSoon);
        unpublished.addAll(conversations);
    }

    /** Has other instances look for messages that they were not sent. */
    void publishMissed() {
        for (ConversationId id : List.copyOf(unpublished)) {
            unpublished.remove(id);
            publish(id, Frame.CATCH_UP, id.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void publish(ConversationId id, String name, byte[] body) {
        for (Audience audience : audiences(id)) {
            var _ =
                    bus.publish(audience, name, body)
                            .whenComplete((_, error) -> {
                                if (error != null) {
                                    metrics.publishFailed();
                                    unpublished.add(id);
                                }
                            });
        }
    }

    private static List<Audience> audiences(ConversationId id) {
        return switch (id) {
            case RoomId room -> List.of(new InRoom(room));
            case DirectId direct -> direct.members().stream().<Audience>map(OfUser::new).toList();
        };
    }
}
