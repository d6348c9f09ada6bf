package dev.socialhub.notifications.notification;

class FakeHeadStoreTest extends HeadStoreContract {

    private final HeadStore store = new FakeHeadStore();

    @Override
    HeadStore store() {
        return store;
    }
}
