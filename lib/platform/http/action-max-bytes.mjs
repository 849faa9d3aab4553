// Plain JavaScript: Next's configuration and the server around it (scripts/lib/server) hold forms to one size.

/**
 * Most bytes of a server action, and of whatever else is posted to a page: the longest comment in any script, with room
 * for its form. The server refuses more (413); Next alone would call it a failure of its own (500).
 */
export const ACTION_MAX_BYTES = 64 * 1024;
