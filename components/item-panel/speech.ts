/** A voice for this language, the browser's own choice first; undefined where there is none. */
export function findVoice(voices: readonly SpeechSynthesisVoice[], language: string): SpeechSynthesisVoice | undefined {
  const base = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
  const fitting = voices.filter(({ lang }) => base(lang) === base(language));
  return fitting.find((voice) => voice.default) ?? fitting.find(({ lang }) => lang.replace("_", "-") === language) ?? fitting[0];
}

/** The sentences of a text: browsers stop in the middle of a long one, so each is spoken by itself. */
export function sentencesOf(text: string, language: string): readonly string[] {
  const sentences = "Segmenter" in Intl ? [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map(({ segment }) => segment) : [text];
  return sentences.map((sentence) => sentence.trim()).filter(Boolean);
}

/**
 * The words of the item that `element` is part of, in reading order: what leads to it, its prompt, what belongs to that and
 * our plain words. Taken from the page, which holds them once.
 */
export function readableText(element: Element): string {
  const item = element.closest(".item, td");
  if (!item) return "";
  const parts = item.tagName === "TD" ? partsOfCell(item) : [...leadOf(item), ...item.querySelectorAll(".item-prompt, .item-bullets, .plain-words, th.grid-text, th.grid-date, .rate-prompt")];
  return parts.map(textOf).filter(Boolean).join(" ");
}

/** A cell is named by its row and its column. */
function partsOfCell(cell: Element): Element[] {
  const row = cell.closest("tr");
  return [...(row?.querySelectorAll("th, td > .bullets") ?? []), ...cell.querySelectorAll(".stack-label")];
}

/** "Our program:" */
function leadOf(item: Element): Element[] {
  const leads = item.closest(".checklist, .rating-area")?.querySelectorAll(".checklist-lead > p:not(.plain-words), .area-lead");
  return [...(leads ?? [])].slice(-1);
}

/** The words of an element with a full stop at the end, so that a voice pauses there. */
function textOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  // Explanations that only show when they are asked for.
  for (const unread of copy.querySelectorAll("[role='tooltip']")) unread.remove();
  // A cell's label says its row again to screen readers.
  for (const repeated of copy.querySelectorAll(".stack-label .sr-only")) repeated.remove();
  for (const label of copy.querySelectorAll(".plain-words-label")) label.append(":");
  for (const part of copy.querySelectorAll("li")) part.append(". ");
  for (const part of copy.querySelectorAll(".plain-words")) part.prepend(". ");
  const text = (copy.textContent ?? "").replace(/([.?!:;])[\s.]+\.? /g, "$1 ").replace(/\s+/g, " ").trim();
  return text === "" || /[.?!:;]$/.test(text) ? text : `${text}.`;
}
