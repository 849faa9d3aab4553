import { type Doc, Map as YMap, Text as YText, type Transaction, UndoManager } from "yjs";
import { textPlace } from "./text-place";

/** Steps that can be taken back in one text, and texts whose steps are remembered: a long day must not fill the memory. */
const STEPS_KEPT = 100;
const TEXTS_KEPT = 50;
/** Keys pressed without a longer pause between them are one step. */
const PAUSE_MS = 500;

type Direction = "undo" | "redo";
type Stack = UndoManager["undoStack"];

/** What Yjs keeps of a step besides its changes: when it came, and what else belongs to a paste. */
const AT = "at";
const PASTE = "paste";

interface Paste {
  readonly tableId: string;
  /** Rows that were added for it; they go with it, unless somebody else has written in them. */
  readonly rowIds: readonly string[];
  readonly fill: () => void;
  /** Told when it was taken back, in whichever way. */
  readonly onUndone: () => void;
}

/** Takes rows off a table and brings them back, as edits of their own. */
interface TableRows {
  removeBlankRows(tableId: string, rowIds: readonly string[]): void;
  restoreRow(tableId: string, rowId: string): void;
}

/**
 * Takes back and repeats what this person did, text by text. Only their own letters come and go; what teammates wrote
 * meanwhile stays, which the browser's own undo, made for a box that one person writes in, cannot know.
 * Something pasted over many cells of a table is one step in each of the table's texts.
 */
export class UndoHistory {
  readonly #open: () => Doc;
  readonly #rows: TableRows;
  #doc: Doc | null = null;
  readonly #texts = new Map<string, UndoManager>();
  readonly #tables = new Map<string, UndoManager>();
  #clock = 0;
  /** When something was last done that was not undo or redo; what was taken back before that stays so. */
  readonly #doneAt = new WeakMap<UndoManager, number>();
  #isPasting = false;

  constructor(open: () => Doc, rows: TableRows) {
    this.#open = open;
    this.#rows = rows;
  }

  /** Remembers from now on what is typed in this text; call it before anything can be. */
  follow(place: string): void {
    const doc = this.#openDoc();
    const known = this.#texts.get(place);
    const text = known ? null : findText(doc, place);
    const manager = known ?? (text && this.#manage(text, () => !this.#isPasting));
    if (!manager) return;
    // The one used last stands at the end.
    this.#texts.delete(place);
    this.#texts.set(place, manager);
    for (const [oldest, forgotten] of this.#texts) {
      if (this.#texts.size <= TEXTS_KEPT) break;
      forgotten.destroy();
      this.#texts.delete(oldest);
    }
  }

  /** What comes next in this text is a step of its own. */
  separate(place: string): void {
    this.#texts.get(place)?.stopCapturing();
  }

  /** Carries out edits of a table as one step. */
  paste({ tableId, rowIds, fill, onUndone }: Paste): void {
    const doc = this.#openDoc();
    const manager =
      this.#tables.get(tableId) ??
      this.#manage(doc.getMap(tableId), ({ origin }) => this.#isPasting || origin instanceof UndoManager);
    this.#tables.set(tableId, manager);
    manager.stopCapturing();
    // However long it takes.
    manager.captureTimeout = Number.MAX_SAFE_INTEGER;
    const before = manager.undoStack.at(-1);
    this.#isPasting = true;
    try {
      fill();
    } finally {
      this.#isPasting = false;
    }
    const step = manager.undoStack.at(-1);
    if (step && step !== before) step.meta.set(PASTE, { rowIds, onUndone });
  }

  /** Takes the last step in this text back. @returns whether there was one. */
  undo(place: string): boolean {
    return this.#go("undo", this.#newest("undo", place));
  }

  /** Does again what was taken back last, unless something was typed since. @returns whether there was anything. */
  redo(place: string): boolean {
    const next = this.#newest("redo", place);
    const text = this.#texts.get(place);
    const typedAt = (text && this.#doneAt.get(text)) ?? 0;
    return timeOf(next?.[1].redoStack) > typedAt && this.#go("redo", next);
  }

  /** Takes back what was pasted into this table last. */
  undoPaste(tableId: string): boolean {
    const manager = this.#tables.get(tableId);
    return this.#go("undo", manager && [tableId, manager]);
  }

  #openDoc(): Doc {
    const doc = this.#open();
    if (doc !== this.#doc) {
      this.#doc = doc;
      this.#texts.clear();
      this.#tables.clear();
    }
    return doc;
  }

  #manage(scope: YText | YMap<unknown>, captureTransaction: (transaction: Transaction) => boolean): UndoManager {
    const manager = new UndoManager(scope, { trackedOrigins: new Set(["here"]), captureTimeout: PAUSE_MS, captureTransaction });
    manager.on("stack-item-added", ({ stackItem, type }) => {
      stackItem.meta.set(AT, ++this.#clock);
      if (!manager.undoing && !manager.redoing) this.#doneAt.set(manager, this.#clock);
      const stack: Stack = type === "undo" ? manager.undoStack : manager.redoStack;
      if (stack.length > STEPS_KEPT) stack.shift();
    });
    return manager;
  }

  /** The text or the table around it, whichever was changed last. */
  #newest(direction: Direction, place: string): readonly [string | null, UndoManager] | undefined {
    this.#openDoc();
    const text = this.#texts.get(place);
    const stackOf = (manager: UndoManager) => (direction === "undo" ? manager.undoStack : manager.redoStack);
    let newest: readonly [string | null, UndoManager] | undefined = text && [null, text];
    for (const [tableId, manager] of this.#tables) {
      if (!place.startsWith(`${tableId}-`)) continue;
      if (timeOf(stackOf(manager)) > timeOf(newest && stackOf(newest[1]))) newest = [tableId, manager];
    }
    return newest;
  }

  #go(direction: Direction, found: readonly [string | null, UndoManager] | undefined): boolean {
    if (!found) return false;
    const [tableId, manager] = found;
    const [from, to] = direction === "undo" ? [manager.undoStack, manager.redoStack] : [manager.redoStack, manager.undoStack];
    const paste = from.at(-1)?.meta.get(PASTE) as Pick<Paste, "rowIds" | "onUndone"> | undefined;
    if (from.length === 0) return false;
    if (tableId && direction === "redo") paste?.rowIds.forEach((rowId) => this.#rows.restoreRow(tableId, rowId));
    manager[direction]();
    manager.stopCapturing();
    if (!tableId || !paste) return true;
    to.at(-1)?.meta.set(PASTE, paste);
    if (direction === "undo") {
      this.#rows.removeBlankRows(tableId, paste.rowIds);
      paste.onUndone();
    }
    return true;
  }
}

function timeOf(stack: Stack | undefined): number {
  return (stack?.at(-1)?.meta.get(AT) as number | undefined) ?? 0;
}

/** The text shown in the box of this name. */
function findText(doc: Doc, place: string): YText | null {
  for (const [name, type] of doc.share) {
    if (type instanceof YText) {
      if (textPlace(...(name.split(":") as [string])) === place) return type;
    } else if (type instanceof YMap && place.startsWith(`${name}-`)) {
      for (const [rowId, row] of type.entries()) {
        if (!(row instanceof YMap) || !place.startsWith(textPlace(name, rowId))) continue;
        for (const [columnId, cell] of row.entries()) {
          if (cell instanceof YText && textPlace(name, rowId, columnId) === place) return cell;
        }
      }
    }
  }
  return null;
}
