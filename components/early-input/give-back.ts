import { applyChange, crossChanges, diffText } from "@/lib/sync/document/text-diff";
import type { EarlyEntry, EarlyRecord, Field } from "./recorder";

const report = (field: Field, type: "input" | "change") => field.dispatchEvent(new Event(type, { bubbles: true }));

/** Both what the person made of the field and what was put into it since. */
function merge({ initial, value }: EarlyEntry, now: string): string {
  const mine = diffText(initial, value);
  const theirs = diffText(initial, now);
  if (!mine || !theirs || now === value) return mine ? value : now;
  return applyChange(now, crossChanges({ mine, theirs }).mine);
}

/**
 * React listens to a field only where its value differs from the last one React knows. Set on the field itself, a value
 * counts as known; set through its class, as the browser does it, it doesn't.
 */
function setAsTyped(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  field.value = `${value} `;
  const ofClass = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, "value");
  ofClass?.set?.call(field, value);
  report(field, "input");
}

function enter(field: Field, entry: EarlyEntry, from: Field): void {
  if (field instanceof HTMLSelectElement) {
    field.value = entry.value;
    report(field, "input");
    report(field, "change");
  } else if (field.type === "radio" || field.type === "checkbox") {
    (field as HTMLInputElement).checked = !entry.checked;
    field.click();
  } else if (field.type === "file") {
    if (field !== from) (field as HTMLInputElement).files = (from as HTMLInputElement).files;
    report(field, "change");
  } else setAsTyped(field, merge(entry, field.value));
}

/** Gives the fields of the page, now alive, what was entered in them before, as if it were entered now. */
export function giveBack({ entries, focus, keyOf }: EarlyRecord): void {
  let byKey: Map<string, Field> | undefined;
  const find = (field: Field, key: string) => {
    if (field.isConnected) return field;
    byKey ??= new Map(
      [...document.querySelectorAll<Field>("input, textarea, select")].map((candidate) => [keyOf(candidate), candidate]),
    );
    return byKey.get(key);
  };

  for (const [field, entry] of entries) {
    const now = find(field, entry.key);
    if (now) enter(now, entry, field);
  }

  const focused = focus && find(focus.field, focus.key);
  if (!focused || (document.activeElement !== focused && document.activeElement !== document.body)) return;
  focused.focus({ preventScroll: true });
  const [start, end, direction] = focus.caret ?? [];
  // Only fields of text have a caret to set.
  if (typeof start === "number" && typeof end === "number" && !(focused instanceof HTMLSelectElement)) {
    focused.setSelectionRange(start, end, direction);
  }
}
