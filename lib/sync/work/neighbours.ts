import { type AbstractType, type Doc, getItem, type ID, Item } from "yjs";

/** How parts that were just added stand to the neighbours that they name. */
export interface Neighbourhood {
  /** Each was put between two that its writer saw side by side. */
  readonly isInOrder: boolean;
  /** How many older parts lie between neighbours, all together: Yjs may look through them whenever the document is opened. */
  readonly distance: number;
}

/**
 * Whoever puts something between two sees nothing between them: what comes to lie there later is other people's, or the
 * writer's own and newer. Something older of the same writer's would make Yjs look through a whole text for each part.
 */
export function lookAtNeighbours(doc: Doc, added: readonly Item[]): Neighbourhood {
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
  const isNew = doubtful.size > 0 ? new Set(added) : new Set<Item>();
  const found = [...doubtful.values()].map((items) => lookThrough(doc, items, isNew));
  return {
    isInOrder: found.every(({ isInOrder }) => isInOrder),
    distance: found.reduce((sum, { distance }) => sum + distance, 0),
  };
}

function isBeside(found: Item | null, neighbour: ID | null): boolean {
  if (found === null || neighbour === null) return found === neighbour;
  const { client, clock } = found.id;
  return client === neighbour.client && clock <= neighbour.clock && neighbour.clock < clock + found.length;
}

/** Looks once through the list that these items are in. */
function lookThrough(doc: Doc, items: readonly Item[], isNew: ReadonlySet<Item>): Neighbourhood {
  const list = listOf(items[0] as Item);
  const places = new Map(list.map((item, place) => [item, place]));
  const older = { left: nearestOlder(list, 1), right: nearestOlder(list, -1) };
  const oldBefore = countBefore(list, (item) => !isNew.has(item));
  const placeOf = (neighbour: ID | null, none: number) => {
    const found: unknown = neighbour && getItem(doc.store, neighbour);
    return found instanceof Item ? (places.get(found) ?? none) : none;
  };
  let distance = 0;
  for (const item of items) {
    const place = places.get(item);
    const [left, right] = [placeOf(item.origin, -1), placeOf(item.rightOrigin, list.length)];
    const stands =
      place !== undefined && left < place && place < right && (older.left[place] ?? -1) <= left && (older.right[place] ?? list.length) >= right;
    if (!stands) return { isInOrder: false, distance };
    // Behind the writer's own, Yjs stops at the first that is not.
    const isBehindOwn = item.origin?.client === item.id.client;
    if (!isBehindOwn) distance += (oldBefore[right] as number) - (oldBefore[left + 1] as number);
  }
  return { isInOrder: true, distance };
}

/** For each place, and the one after the last, how many items before it are counted. */
function countBefore(list: readonly Item[], counts: (item: Item) => boolean): number[] {
  const before = [0];
  for (const item of list) before.push((before.at(-1) as number) + (counts(item) ? 1 : 0));
  return before;
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
