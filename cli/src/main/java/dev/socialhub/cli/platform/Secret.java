package dev.socialhub.cli.platform;

/** Each secret of the platform; its name is the variable in {@code secrets.env}. */
enum Secret {
    KEY_ENCRYPTION_KEY,
    REFRESH_TOKEN_KEY,
    SERVICE_TOKEN_KEY,
    POSTGRES_PASSWORD,
    AUTH_DB_PASSWORD,
    USERS_DB_PASSWORD,
    POSTS_DB_PASSWORD
}
