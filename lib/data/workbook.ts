/** The workbook itself, in place of a person, where it changes answers and nobody does. No account has this id. */
export const WORKBOOK_ID = "00000000-0000-0000-0000-000000000000";

/** Who brought answers along, as history tells it. */
export function nameUpgrade(fromVersion: number): string {
  return `The workbook (brought along from version ${fromVersion} of this tool)`;
}

/** Whether this is how history names the workbook: it is no person, whose role could stand in its place. */
export function isWorkbook(name: string): boolean {
  return /^The workbook \(brought along from version \d+ of this tool\)$/.test(name);
}
