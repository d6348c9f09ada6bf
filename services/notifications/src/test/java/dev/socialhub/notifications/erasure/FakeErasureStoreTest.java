package dev.socialhub.notifications.erasure;

class FakeErasureStoreTest extends ErasureStoreContract {

    private final ErasureStore store = new FakeErasureStore();

    @Override
    ErasureStore store() {
        return store;
    }
}
