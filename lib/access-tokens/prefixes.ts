/** What a token begins with, so that a door knows what it was given, and whoever finds one in a log what it is. */
export const DELEGATED_PREFIX = "mdt_";
export const GUEST_PREFIX = "mgt_";
