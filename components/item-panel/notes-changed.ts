/** Dispatched on `window` when a teammate changed what lies beside the items; an open panel asks again. */
export const NOTES_CHANGED = "workbook-notes-changed";
