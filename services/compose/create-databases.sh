#!/usr/bin/env bash
# Runs once, when PostgreSQL's volume is empty: a database for each service whose password it is given as <NAME>_DB_PASSWORD,
# owned by a role that sees no other.
set -euo pipefail

create() {
    psql --set ON_ERROR_STOP=1 --set role="$1" --set password="$2" --set database="$1_db" --username postgres <<'SQL'
create role :"role" login password :'password';
create database :"database" owner :"role";
revoke connect on database :"database" from public;
SQL
}

for variable in $(compgen -e | grep '_DB_PASSWORD$'); do
    role=${variable%_DB_PASSWORD}
    role=${role,,}
    create "${role//_/-}" "${!variable}"
done
