package dev.socialhub.notifications.notification;

class FakeErasureStoreTest extends ErasureStoreContract {

    private final ErasureStore store = new FakeErasureStore();

    @Override
    ErasureStore store() {
        return store;
    }
}
