/** Longest single answer, and longest cell of a table, in UTF-16 code units (what `string.length` counts). */
export const ANSWER_MAX_LENGTH = 20_000;

/** Most rows an open table may hold, removed rows not counted. */
export const TABLE_MAX_ROWS = 500;

/** Largest stored document of one response, in bytes. */
export const RESPONSE_MAX_BYTES = 2 * 1024 * 1024;

/** Largest single update a client may send, in bytes. */
export const UPDATE_MAX_BYTES = 256 * 1024;

/** Largest file that may support an answer, in bytes. */
export const EVIDENCE_FILE_MAX_BYTES = 10 * 1024 * 1024;

/** Most files on one item. */
export const EVIDENCE_FILES_PER_ITEM = 20;

/** Everything a team's files may weigh together, in bytes. */
export const EVIDENCE_TEAM_MAX_BYTES = 200 * 1024 * 1024;

/** Everything an agency's files may weigh together, in bytes: ten full teams. */
export const EVIDENCE_AGENCY_MAX_BYTES = 10 * EVIDENCE_TEAM_MAX_BYTES;

/** Longest file name kept, in characters, its ending included. */
export const EVIDENCE_NAME_MAX_LENGTH = 150;

/** Longest comment, in UTF-16 code units. */
export const COMMENT_MAX_LENGTH = 4_000;

/** Most conversations on one item, resolved ones included. */
export const THREADS_PER_ITEM = 100;

/** Most comments in one conversation. */
export const COMMENTS_PER_THREAD = 200;

/** Most comments one person may write in one tool of a team in 24 hours, deleted ones included. */
export const COMMENTS_PER_PERSON_AND_TOOL = 300;

/** Most teams of one agency. */
export const TEAMS_PER_AGENCY = 100;

/** Most agencies one person may be the admin of, when they make another. */
export const AGENCIES_PER_ADMIN = 20;

/** Most people of one agency. */
export const MEMBERS_PER_AGENCY = 2_000;

/** Most invitations of one agency that are neither accepted nor revoked; expired ones count until then. */
export const INVITATIONS_PER_AGENCY = 500;

/** Most rows of one team's evaluation that hold values over time, removed rows included: four full sheets. */
export const INDICATORS_PER_TEAM = 2_000;

/** Most values of one indicator, corrected and removed ones included: a value a week for twenty years. */
export const VALUES_PER_INDICATOR = 1_000;

/** Longest text beside a value: where it is from, what there is to say about it, and what is counted. */
export const VALUE_SOURCE_MAX_LENGTH = 200;
export const VALUE_NOTE_MAX_LENGTH = 500;
export const UNIT_WORDS_MAX_LENGTH = 40;
/** Most links of one team between gaps, priorities, ideas and goals, removed ones included. */
export const LINKS_PER_TEAM = 2_000;

/** Most gaps that are made priorities at once. */
export const GAPS_AT_ONCE = 50;
