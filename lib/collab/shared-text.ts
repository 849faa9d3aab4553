import { plainLineBreaks } from "@/lib/tools/line-breaks";
import { applyChange, crossChanges, diffText, fromPlainLineBreaks, moveIndex, type TextChange } from "./text-diff";

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
}

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

  constructor(options: SharedTextOptions) {
    this.#options = options;
    this.#shown = plainLineBreaks(options.shown);
  }

  /** What exactly a teammate changed; `show` follows. Without it the difference has to do. */
  expect(changes: readonly TextChange[]): void {
    this.#held.push(...changes);
  }

  /** Takes in what was typed. @returns whether there was anything. */
  takeIn(): boolean {
    const { box, read, write } = this.#options;
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
    box.value = read();
    // Some browsers move the focus to a box whose selection is set.
    if (hasFocus()) box.setSelectionRange(start as number, end as number, direction);
    this.#shown = box.value;
  }

  startComposing(): void {
    this.#isComposing = true;
  }

  endComposing(): void {
    this.#isComposing = false;
    this.show();
  }

  /** What leads from the box's text to the team's. */
  #findHeld(): TextChange[] {
    const text = plainLineBreaks(this.#options.read());
    if (applyAll(this.#shown, this.#held) === text) return this.#held;
    const change = diffText(this.#shown, text);
    return change ? [change] : [];
  }
}
