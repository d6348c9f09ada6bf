#!/usr/bin/env bash
# Runs once, when PostgreSQL's volume is empty: a database for each service, owned by a role that sees no other.
set -euo pipefail

create() {
    psql --set ON_ERROR_STOP=1 --set role="$1" --set password="$2" --set database="$1_db" --username postgres <<'SQL'
create role :"role" login password :'password';
create database :"database" owner :"role";
revoke connect on database :"database" from public;
SQL
}

create auth "$AUTH_DB_PASSWORD"
create users "$USERS_DB_PASSWORD"
create posts "$POSTS_DB_PASSWORD"
