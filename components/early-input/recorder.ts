/** What a person entered in a field before the page was alive. */
export interface EarlyEntry {
  /** Finds the field again after React has drawn a new one in its place. */
  readonly key: string;
  /** What the server put in the field. */
  readonly initial: string;
  readonly value: string;
  readonly checked: boolean;
}

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

type Caret = readonly [number | null, number | null, "forward" | "backward" | "none"];

/** What the script below keeps, in memory only. */
export interface EarlyRecord {
  /** In the order in which they were last changed. */
  readonly entries: ReadonlyMap<Field, EarlyEntry>;
  readonly focus: { readonly field: Field; readonly key: string; readonly caret: Caret | null } | null;
  keyOf(field: Field): string;
  stop(): void;
}

/**
 * Runs in the head, before there are fields. It has to be a text: it is all there is of our script while the files are
 * on their way, which on a bad network takes minutes.
 *
 * React loses what is entered meanwhile in two ways. It sets the text of an answered box again when it takes the page
 * over; and when an extension has put something of its own into the page, it throws away what the server drew and draws
 * it anew. `useId` gives other ids then, hence the keys made of names.
 */
export const RECORDER = `(() => {
  const entries = new Map();
  const listening = new AbortController();
  const isField = (element) => /^(INPUT|TEXTAREA|SELECT)$/.test(element?.tagName);
  const isChoice = ({ type }) => type === "radio" || type === "checkbox";
  const keyOf = (field) => {
    if (field.id && !/^_r_/i.test(field.id)) return "#" + field.id;
    const { tagName, name } = field;
    const rest = isChoice(field) ? field.type + " " + field.getAttribute("value") : "";
    const alike = [...document.querySelectorAll(tagName)].filter(
      (other) => other.name === name && (isChoice(other) ? other.type + " " + other.getAttribute("value") : "") === rest,
    );
    return [tagName, name, rest, alike.indexOf(field)].join(" ");
  };
  const record = (window.earlyInput = { entries, focus: null, keyOf, stop: () => listening.abort() });
  const noteCaret = () => {
    const { focus } = record;
    const field = focus?.field;
    if (!field || field !== document.activeElement || field.value !== (entries.get(field)?.value ?? field.defaultValue)) return;
    focus.caret = [field.selectionStart, field.selectionEnd, field.selectionDirection];
  };
  const note = ({ target: field }) => {
    if (!isField(field)) return;
    const { key = keyOf(field), initial = field.defaultValue ?? "" } = entries.get(field) ?? {};
    entries.delete(field);
    if (field.type === "radio") {
      for (const other of entries.keys()) if (other.type === "radio" && other.name === field.name && other.form === field.form) entries.delete(other);
    }
    entries.set(field, { key, initial, value: field.value, checked: field.checked });
    noteCaret();
  };
  const listen = (type, listener) => document.addEventListener(type, listener, { capture: true, signal: listening.signal });
  listen("input", note);
  listen("change", note);
  listen("selectionchange", noteCaret);
  // React has set this box again, and is not done with the page yet: go on from what the person had typed.
  listen("beforeinput", ({ target: field }) => {
    const value = entries.get(field)?.value;
    if (field.tagName !== "TEXTAREA" || value === undefined || field.value === value) return;
    field.value = value;
    if (record.focus?.field === field && record.focus.caret) field.setSelectionRange(...record.focus.caret);
  });
  listen("pointerdown", ({ target }) => {
    if (target !== record.focus?.field) record.focus = null;
  });
  listen("focusin", ({ target: field }) => {
    record.focus = isField(field) ? { field, key: keyOf(field), caret: null } : null;
  });
})()`;
