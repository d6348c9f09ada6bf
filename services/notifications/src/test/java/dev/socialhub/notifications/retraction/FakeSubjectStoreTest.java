package dev.socialhub.notifications.retraction;

class FakeSubjectStoreTest extends SubjectStoreContract {

    private final SubjectStore store = new FakeSubjectStore();

    @Override
    SubjectStore store() {
        return store;
    }
}
