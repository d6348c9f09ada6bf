package dev.socialhub.notifications.notification;

class FakeNotificationStoreTest extends NotificationStoreContract {

    private final NotificationStore store = new FakeNotificationStore();

    @Override
    NotificationStore store() {
        return store;
    }
}
