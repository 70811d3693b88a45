/** From here on the users of all accounts of a partner are searched; a shorter text has no index to find it by (pg_trgm). */
export const MIN_TEXT_FOR_ALL_ACCOUNTS = 3;
