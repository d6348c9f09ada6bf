package dev.socialhub.notifications.head;

class FakeHeadStoreTest extends HeadStoreContract {

    private final HeadStore store = new FakeHeadStore();

    @Override
    HeadStore store() {
        return store;
    }
}
