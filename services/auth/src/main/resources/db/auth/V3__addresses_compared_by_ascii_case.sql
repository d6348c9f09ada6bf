-- lower() under the database's own locale maps letters beyond ASCII onto ASCII ones (U+212A onto k) or
-- the other way round (I onto U+0131 in Turkish). Under "C" it folds A to Z and nothing else, on every
-- server. Addresses that differed before differ still, so the new index finds no double.
drop index account_by_email;
create unique index account_by_email on account (lower(email collate "C"));
