import { plainLineBreaks } from "@/lib/domain/text/line-breaks";
import { applyChange, crossChanges, diffText, fromPlainLineBreaks, moveIndex, type TextChange } from "@/lib/sync/document/text-diff";

/** What is needed of a text box; a `<textarea>` fits. */
export interface TextBox {
  value: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
  readonly selectionDirection: "forward" | "backward" | "none";
  setSelectionRange(start: number, end: number, direction: "forward" | "backward" | "none"): void;
}

interface SharedTextOptions {
  readonly box: TextBox;
  /** What the box shows to begin with. */
  readonly shown: string;
  /** The team's text as it is now. */
  readonly read: () => string;
  readonly write: (text: string) => void;
  readonly hasFocus: () => boolean;
  /** How long the text may get by typing and pasting. What teammates made longer together may stay as it is. */
  readonly maxLength: number;
  /** Told how many letters had no room and were left out. */
  readonly onCut: (letters: number) => void;
}

/** Without the first half of a character whose second one was cut off. */
const withoutHalf = (text: string) => text.replace(/[\ud800-\udbff]$/, "");

const applyAll = (text: string, changes: readonly TextChange[]) => changes.reduce(applyChange, text);

/**
 * One text box over a text that teammates edit too. A box gives every line break back as "\n", whatever the text has:
 * the two are compared in the box's form, or whoever opens a text with "\r\n" would seem to have changed it. Their changes come in around the caret and the selection, and wait
 * while an input method is in the middle of a word; what is typed meanwhile joins them and replaces nothing.
 */
export class SharedText {
  readonly #options: SharedTextOptions;
  #shown: string;
  /** Teammates' changes that the box does not show yet, in order. */
  #held: TextChange[] = [];
  #isComposing = false;
  /** Whether the caret goes to the end of the changes that are held. */
  #follows = false;

  constructor(options: SharedTextOptions) {
    this.#options = options;
    this.#shown = plainLineBreaks(options.shown);
  }

  /** What exactly a teammate changed; `show` follows. Without it the difference has to do. */
  expect(changes: readonly TextChange[]): void {
    this.#held.push(...changes);
  }

  /** What was just expected is the person's own doing, though not by keys in the box: the caret goes where it ends. */
  follow(): void {
    this.#follows = this.#held.length > 0;
  }

  /** Puts the box back as it was before something that is not the person's words changed it. */
  reset(): void {
    this.#options.box.value = this.#shown;
  }

  /** Takes in what was typed. @returns whether there was anything. */
  takeIn(): boolean {
    const { box, read, write, maxLength } = this.#options;
    const over = box.value.length - Math.max(maxLength, this.#shown.length);
    // An input method loses its word when the box is written to; it is done soon.
    if (over > 0 && this.#isComposing) return false;
    if (over > 0) this.#cut(over);
    let mine = diffText(this.#shown, box.value);
    if (!mine) return false;
    const held = this.#findHeld();
    this.#shown = box.value;
    this.#held = held.map((theirs) => {
      const crossed = crossChanges({ mine: mine as TextChange, theirs });
      mine = crossed.mine;
      return crossed.theirs;
    });
    const text = read();
    write(applyChange(text, fromPlainLineBreaks(text, mine)));
    return true;
  }

  /** Brings the box up to date. Words typed before anyone listened are taken in first, which leads here again. */
  show(): void {
    if (this.takeIn() || this.#isComposing) return;
    const { box, read, hasFocus } = this.#options;
    const held = this.#findHeld();
    this.#held = [];
    if (held.length === 0) return;
    const [start, end] = [box.selectionStart, box.selectionEnd].map((index) => held.reduce(moveIndex, index));
    const direction = box.selectionDirection;
    const last = held.at(-1) as TextChange;
    box.value = read();
    // Some browsers move the focus to a box whose selection is set.
    if (hasFocus()) {
      const after = last.index + last.insert.length;
      if (this.#follows) box.setSelectionRange(after, after, "none");
      else box.setSelectionRange(start as number, end as number, direction);
    }
    this.#follows = false;
    this.#shown = box.value;
  }

  startComposing(): void {
    this.#isComposing = true;
  }

  /** Also for when the box is left: some input methods never say that they are done. */
  endComposing(): void {
    if (!this.#isComposing) return;
    this.#isComposing = false;
    this.show();
  }

  /** Takes what has no room out of the box again, from the end of what came in. */
  #cut(over: number): void {
    const { box, onCut } = this.#options;
    const { value, selectionEnd } = box;
    const change = diffText(this.#shown, value);
    if (!change) return;
    // Browsers leave the caret behind what came in; between equal letters the difference alone can't tell where it ends.
    const isAtCaret = this.#shown.endsWith(value.slice(selectionEnd));
    const end = isAtCaret ? selectionEnd : change.index + change.insert.length;
    const kept = withoutHalf(value.slice(0, end - over));
    box.value = kept + value.slice(end);
    box.setSelectionRange(kept.length, kept.length, "none");
    onCut(end - kept.length);
  }

  /** What leads from the box's text to the team's. */
  #findHeld(): TextChange[] {
    const text = plainLineBreaks(this.#options.read());
    if (applyAll(this.#shown, this.#held) === text) return this.#held;
    const change = diffText(this.#shown, text);
    return change ? [change] : [];
  }
}
