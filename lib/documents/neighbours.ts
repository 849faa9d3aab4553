import { type AbstractType, type Doc, getItem, type ID, Item } from "yjs";

/**
 * Whether these parts, just added, were put between neighbours that their writers saw side by side. Whoever puts
 * something between two sees nothing between them: what comes to lie there later is other people's, or the writer's own
 * and newer. Something older of the same writer's would make Yjs look through a whole text for each part, whenever the
 * document is opened.
 */
export function haveTheirNeighbours(doc: Doc, added: readonly Item[]): boolean {
  // Nearly always they still stand side by side; only a list where one does not is looked through.
  const doubtful = new Map<string, Item[]>();
  const names = new Map<unknown, number>();
  for (const item of added) {
    if (isBeside(item.left, item.origin) && isBeside(item.right, item.rightOrigin)) continue;
    if (!names.has(item.parent)) names.set(item.parent, names.size);
    const list = `${names.get(item.parent)} ${item.parentSub ?? ""}`;
    const others = doubtful.get(list);
    if (others) others.push(item);
    else doubtful.set(list, [item]);
  }
  return [...doubtful.values()].every((items) => areInOrder(doc, items));
}

function isBeside(found: Item | null, neighbour: ID | null): boolean {
  if (found === null || neighbour === null) return found === neighbour;
  const { client, clock } = found.id;
  return client === neighbour.client && clock <= neighbour.clock && neighbour.clock < clock + found.length;
}

/** Looks once through the list that these items are in. */
function areInOrder(doc: Doc, items: readonly Item[]): boolean {
  const list = listOf(items[0] as Item);
  const places = new Map(list.map((item, place) => [item, place]));
  const older = { left: nearestOlder(list, 1), right: nearestOlder(list, -1) };
  const placeOf = (neighbour: ID | null, none: number) => {
    const found: unknown = neighbour && getItem(doc.store, neighbour);
    return found instanceof Item ? (places.get(found) ?? none) : none;
  };
  return items.every((item) => {
    const place = places.get(item);
    if (place === undefined) return false;
    const [left, right] = [placeOf(item.origin, -1), placeOf(item.rightOrigin, list.length)];
    return left < place && place < right && (older.left[place] ?? -1) <= left && (older.right[place] ?? list.length) >= right;
  });
}

/** All that lies, deleted or not, where the item does: in a text, or under a map's key. */
function listOf(item: Item): Item[] {
  const parent = item.parent as AbstractType<unknown>;
  let first: Item | null = item.parentSub === null ? parent._start : item;
  while (first?.left) first = first.left;
  const list: Item[] = [];
  for (let next = first; next !== null; next = next.right) list.push(next);
  return list;
}

/** For each place, that of the nearest item in one direction that the same writer wrote earlier; undefined where there is none. */
function nearestOlder(list: readonly Item[], step: 1 | -1): (number | undefined)[] {
  const found: (number | undefined)[] = new Array<number | undefined>(list.length);
  /** Of each writer, places of ever older items, the nearest last. */
  const seen = new Map<number, number[]>();
  for (let place = step === 1 ? 0 : list.length - 1; place >= 0 && place < list.length; place += step) {
    const { client, clock } = (list[place] as Item).id;
    const stack = seen.get(client) ?? [];
    while (stack.length > 0 && (list[stack.at(-1) as number] as Item).id.clock > clock) stack.pop();
    found[place] = stack.at(-1);
    stack.push(place);
    seen.set(client, stack);
  }
  return found;
}
