-- An entity with a version, as every service has one.
create table thing (
    id      uuid primary key,
    version bigint not null
);
