import { expect, type Page } from "@playwright/test";

/** What people press, choose, follow or write in, as Chromium's accessibility tree calls it. */
const CONTROLS = new Set([
  "button", "checkbox", "combobox", "ComboBoxMenuButton", "ComboBoxSelect", "Date", "DisclosureTriangle", "link", "listbox", "menuitem",
  "radio", "searchbox", "slider", "spinbutton", "switch", "tab", "textbox", "textbox multiline",
]);
/** Boxes for dates have parts of their own, which are named alike in each. */
const WHOLE = new Set(["Date"]);
/** Said with the names of the groups they are in. */
const GROUPED = new Set(["radio", "checkbox"]);
const GROUPS = new Set(["group", "radiogroup"]);

interface AxNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/**
 * The controls of a page that assistive technology can't tell apart: one role, one name, more than once. Radio buttons and
 * checkboxes count with the names of the groups they are in. Links of one name may lead to one place.
 */
export async function findSameNames(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as unknown as { nodes: readonly AxNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const ancestors = (node: AxNode): AxNode[] => {
    const parent = node.parentId === undefined ? undefined : byId.get(node.parentId);
    return parent ? [parent, ...ancestors(parent)] : [];
  };
  const counts = new Map<string, Set<string>>();
  for (const node of nodes) {
    const role = node.role?.value ?? "";
    if (node.ignored || !CONTROLS.has(role)) continue;
    const above = ancestors(node);
    if (above.some(({ role: of }) => WHOLE.has(of?.value ?? ""))) continue;
    const groups = GROUPED.has(role) ? above.filter(({ role: of }) => GROUPS.has(of?.value ?? "")).map(nameOf) : [];
    const called = `${role}: ${[nameOf(node), ...groups].join(" < ")}`;
    // Links to one place are one.
    const which = role === "link" ? String(node.properties?.find(({ name }) => name === "url")?.value.value ?? node.nodeId) : node.nodeId;
    counts.set(called, (counts.get(called) ?? new Set()).add(which));
  }
  return [...counts].filter(([, which]) => which.size > 1).map(([called, which]) => `${which.size} × ${called}`);
}

/** Fails with the controls that can't be told apart. */
export async function expectUniqueNames(page: Page, what: string): Promise<void> {
  expect(await findSameNames(page), `controls of one name: ${what}`).toEqual([]);
}

function nameOf({ name }: AxNode): string {
  return (name?.value ?? "").replace(/\s+/g, " ").trim();
}
