package dev.socialhub.users.cache;

class FakeEntriesTest extends EntriesContract {

    private final FakeEntries entries = new FakeEntries();

    @Override
    UserEntries entries() {
        return entries;
    }
}
