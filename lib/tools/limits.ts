/** Longest single answer, and longest cell of a table, in UTF-16 code units (what `string.length` counts). */
export const ANSWER_MAX_LENGTH = 20_000;

/** Most rows an open table may hold, removed rows not counted. */
export const TABLE_MAX_ROWS = 500;

/** Largest stored document of one response, in bytes. */
export const RESPONSE_MAX_BYTES = 2 * 1024 * 1024;

/** Largest single update a client may send, in bytes. */
export const UPDATE_MAX_BYTES = 256 * 1024;
