import { expect, type Locator, type Page } from "@playwright/test";
import { type AnswerByKind, SCORE_LABELS, STATUS_LABELS } from "@/lib/domain/answer/answers";
import type { Item, ItemKind, ItemOf, TableItem } from "@/lib/domain/tool/definition";
import { isScore } from "@/lib/domain/item/item-readers";

interface Driver<K extends ItemKind> {
  /** Gives this answer as a person would. */
  fill(page: Page, item: ItemOf<K>, answer: AnswerByKind[K]): Promise<void>;
  /** Fails unless the item shows this answer. */
  expectShown(page: Page, item: ItemOf<K>, answer: AnswerByKind[K]): Promise<void>;
}

/** The control of an item that has one, the group of an item that has several: both carry the item's id. */
export function itemAt(page: Page, item: Pick<Item, "id">): Locator {
  return page.locator(`[id="${item.id}"]`);
}

const statusRadio = (page: Page, item: ItemOf<"status">, answer: AnswerByKind["status"]) =>
  itemAt(page, item).getByRole("radio", { name: STATUS_LABELS[answer], exact: true });

/** Only scores: an example rating is one. */
const scoreRadio = (page: Page, item: ItemOf<"rating">, answer: AnswerByKind["rating"]) => {
  if (!isScore(answer)) throw new Error(`${item.id}: the driver rates 1 to 5`);
  return itemAt(page, item).getByRole("radio", { name: `${answer} ${SCORE_LABELS[answer]}`, exact: true });
};

/** A choice in a cell is a list to open, elsewhere a group of buttons. */
const isList = (page: Page, item: Pick<Item, "id">) => itemAt(page, item).evaluate((element) => element.tagName === "SELECT");

const choiceRadio = (page: Page, item: ItemOf<"choice">, answer: AnswerByKind["choice"]) => {
  const label = item.options.find((option) => option.id === answer.option)?.label ?? answer.option;
  return itemAt(page, item).getByRole("radio", { name: label, exact: true });
};

/** Row 0 of the table is its head. */
const cell = (page: Page, item: TableItem, row: number, column: number) =>
  itemAt(page, item).getByRole("row").nth(row + 1).getByRole("cell").nth(column).locator("input, textarea, select");

async function eachCell(
  item: TableItem,
  rows: AnswerByKind["table"],
  visit: (row: number, column: number, text: string) => Promise<void>,
): Promise<void> {
  for (const [row, { cells }] of rows.entries()) {
    // A cell that is only for some rows is not there in the others.
    for (const [column, { id }] of item.columns.entries()) if (cells[id]) await visit(row, column, cells[id]);
  }
}

const drivers = {
  text: {
    fill: (page, item, answer) => itemAt(page, item).fill(answer),
    expectShown: (page, item, answer) => expect(itemAt(page, item)).toHaveValue(answer),
  },
  date: {
    fill: (page, item, answer) => itemAt(page, item).fill(answer),
    expectShown: (page, item, answer) => expect(itemAt(page, item)).toHaveValue(answer),
  },
  person: {
    fill: async (page, item, answer) => void (await itemAt(page, item).selectOption(answer)),
    expectShown: (page, item, answer) => expect(itemAt(page, item)).toHaveValue(answer),
  },
  choice: {
    fill: async (page, item, answer) => {
      if (await isList(page, item)) return void (await itemAt(page, item).selectOption(answer.option));
      await choiceRadio(page, item, answer).check();
      if (answer.other !== undefined) await itemAt(page, item).getByRole("textbox").fill(answer.other);
    },
    expectShown: async (page, item, answer) => {
      if (await isList(page, item)) return expect(itemAt(page, item)).toHaveValue(answer.option);
      await expect(choiceRadio(page, item, answer)).toBeChecked();
      if (answer.other !== undefined) await expect(itemAt(page, item).getByRole("textbox")).toHaveValue(answer.other);
    },
  },
  status: {
    fill: (page, item, answer) => statusRadio(page, item, answer).check(),
    expectShown: (page, item, answer) => expect(statusRadio(page, item, answer)).toBeChecked(),
  },
  rating: {
    fill: (page, item, answer) => scoreRadio(page, item, answer).check(),
    expectShown: (page, item, answer) => expect(scoreRadio(page, item, answer)).toBeChecked(),
  },
  table: {
    fill: async (page, item, answer) => {
      const add = itemAt(page, item).getByRole("button", { name: `Add ${item.rowName}` });
      for (let row = 0; row < answer.length; row += 1) await add.click();
      await eachCell(item, answer, async (row, column, text) => {
        const isChosen = item.columns[column]?.kind === "choice" || item.columns[column]?.kind === "person";
        if (isChosen) await cell(page, item, row, column).selectOption(text);
        else await cell(page, item, row, column).fill(text);
      });
    },
    expectShown: async (page, item, answer) => {
      await expect(itemAt(page, item).getByRole("row")).toHaveCount(answer.length + 1);
      await eachCell(item, answer, (row, column, text) => expect(cell(page, item, row, column)).toHaveValue(text));
    },
  },
} satisfies { [K in ItemKind]: Driver<K> };

function driverOf(item: Item): Driver<ItemKind> {
  return drivers[item.kind] as unknown as Driver<ItemKind>;
}

export function fillItem(page: Page, item: Item, answer: AnswerByKind[ItemKind]): Promise<void> {
  return driverOf(item).fill(page, item as never, answer as never);
}

export function expectItemShown(page: Page, item: Item, answer: AnswerByKind[ItemKind]): Promise<void> {
  return driverOf(item).expectShown(page, item as never, answer as never);
}
