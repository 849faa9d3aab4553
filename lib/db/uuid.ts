const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether PostgreSQL takes the text as a uuid; anything else would be an error instead of "not found". */
export function isUuid(text: string): boolean {
  return text.length === 36 && UUID.test(text);
}
