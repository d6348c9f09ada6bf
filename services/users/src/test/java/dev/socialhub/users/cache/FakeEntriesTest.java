package dev.socialhub.users.cache;

class FakeEntriesTest extends EntriesContract {

    private final FakeEntries entries = new FakeEntries();

    @Override
    Entries entries() {
        return entries;
    }
}
