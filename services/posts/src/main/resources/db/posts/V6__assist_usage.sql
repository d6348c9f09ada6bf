-- How many texts a user had generated on a day (UTC); the days that have passed are removed.
create table assist_usage (
    user_id uuid    not null,
    day     date    not null,
    used    integer not null,
    primary key (user_id, day)
);
