import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { RoomCard } from "@/components/history/room-card";
import { TimelineFilter } from "@/components/history/timeline-filter";
import { TimelineView } from "@/components/history/timeline-view";
import { PeopleProvider } from "@/components/people/shown-people";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { listPeopleInChanges } from "@/lib/domain/item/people-in-answers";
import { itemsEver } from "@/lib/domain/item/upgrades";
import type { People } from "@/lib/domain/people/person";
import { toolName } from "@/lib/domain/tool/items";
import { listToolParts } from "@/lib/domain/tool/tool-parts";
import { listToolHistory } from "@/lib/history/history-timeline";
import { nameTimeZone, timeZoneOf } from "@/lib/history/time-zones";
import { buildTimeline } from "@/lib/history/timeline";
import { listPeople } from "@/lib/people/list-people";
import { showInHistory } from "@/lib/people/name-answers";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";
import { findToolRoom } from "@/lib/responses/tool-room";
import { readToolParams, type ToolPageProps } from "../tool-params";

interface HistoryPageProps extends ToolPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const SHOW_WHO = "shown";
/** Changes a page begins with; those of one item in a row are shown as one. */
const PAGE_LENGTH = 80;

export async function generateMetadata({ params }: ToolPageProps): Promise<Metadata> {
  const { tool } = await readToolParams(params);
  return { title: `History of ${tool.label}` };
}

export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const { teamId, tool } = await readToolParams(params);
  const context = await requireTeam(teamId, "response:view", tool.ref);
  const asked = readFilter(await searchParams);
  const hasNames = context.historyNames === "shown" || (context.historyNames === "on-asking" && asked.who === SHOW_WHO);
  const sections = listToolParts(tool).filter(({ items }) => items.length > 0);
  const section = sections.find(({ id }) => id === asked.section);
  const [history, room] = await Promise.all([
    listToolHistory(context, tool.ref, {
      limit: PAGE_LENGTH,
      before: asked.before,
      person: (hasNames && asked.person) || null,
      itemIds: section?.items.map(({ id }) => id) ?? null,
    }),
    isAllowedInTeam(context.role, "response:rebuild") ? findToolRoom(context, tool.ref) : null,
  ]);
  if (!history) notFound();
  // Names that nobody asked for are not on the page at all.
  const people: People = hasNames ? await listPeople(context, history.entries) : new Map();
  const items = itemsEver(tool);
  const show = await showInHistory(context, hasNames, listPeopleInChanges(items, history.entries));

  const toolHref = `/teams/${teamId}/tools/${tool.slug}`;
  const pageHref = `${toolHref}/history`;
  const addressOf = (before: string | null) => formatAddress(pageHref, { who: asked.who, person: asked.person, section: section?.id ?? "", before: before ?? "" });
  const askWhoHref = formatAddress(pageHref, { who: hasNames ? "" : SHOW_WHO, person: "", section: section?.id ?? "", before: asked.before });
  const timeZone = timeZoneOf(history.state);
  const isFiltered = (hasNames && asked.person !== "") || section !== undefined;

  return (
    <div className="container-page py-8 sm:py-10">
      <PageHeader
        title={`History of ${tool.label}`}
        eyebrow={toolName(tool)}
        crumbs={[
          { label: tool.label, href: toolHref },
          { label: "History" },
        ]}
      />
      <div className="grid gap-8">
        {(hasNames && history.people.length > 0) || sections.length > 1 ? (
          <TimelineFilter
            action={pageHref}
            people={hasNames ? history.people : null}
            who={hasNames ? asked.who : ""}
            sections={sections}
            person={asked.person}
            section={section?.id ?? ""}
          />
        ) : null}
        {history.entries.length > 0 ? (
          <>
            <p className="measure text-muted">
              Newest first, in {nameTimeZone(timeZone)}. What one person changes in an item within a minute is kept as one
              change, and changes of one item in a row are shown together. To bring back an answer, open the item in the tool and
              choose its History.
            </p>
            {context.historyNames === "on-asking" ? <AskWho href={askWhoHref} hasNames={hasNames} /> : null}
            <PeopleProvider people={people} historyNames={context.historyNames}>
              <TimelineView
                days={buildTimeline(history.entries, items, hasNames ? { timeZone, show } : { timeZone, show, tellApart: () => "" })}
                toolHref={toolHref}
                hasNames={hasNames}
              />
            </PeopleProvider>
          </>
        ) : (
          <Empty isFiltered={isFiltered || asked.before !== ""} pageHref={pageHref} toolHref={toolHref} />
        )}
        <nav aria-label="Pages of the history" className="no-print flex flex-wrap gap-3">
          {asked.before === "" ? null : (
            <LinkButton href={addressOf(null)} variant="secondary" prefetch={false}>
              Show the newest
            </LinkButton>
          )}
          {history.older === null ? null : (
            <LinkButton href={addressOf(history.older)} variant="secondary" prefetch={false}>
              Show older
            </LinkButton>
          )}
          <LinkButton href={toolHref} variant="quiet" prefetch={false}>
            Back to the tool
          </LinkButton>
        </nav>
        {room ? <RoomCard teamId={teamId} tool={{ ref: tool.ref, label: tool.label }} room={room} /> : null}
      </div>
    </div>
  );
}

/** Names for whoever asks; the agency chose not to show them at once. */
function AskWho({ href, hasNames }: { href: string; hasNames: boolean }) {
  return (
    <p className="no-print">
      <Link href={href} prefetch={false}>
        {hasNames ? "Leave the names out" : "Show who changed what"}
      </Link>
    </p>
  );
}

interface EmptyProps {
  isFiltered: boolean;
  pageHref: string;
  toolHref: string;
}

function Empty({ isFiltered, pageHref, toolHref }: EmptyProps) {
  return (
    <div className="measure rounded-card border border-line bg-surface p-6">
      <p>{isFiltered ? "Nothing here fits these filters." : "Nothing has happened in this tool yet."}</p>
      <p className="mt-1.5">
        {isFiltered ? (
          <>
            Choose others, or <Link href={pageHref}>see the whole history</Link>.
          </>
        ) : (
          <>
            As soon as someone answers an item, it is listed here. <Link href={toolHref}>Open the tool</Link>.
          </>
        )}
      </p>
    </div>
  );
}

interface HistoryFilter {
  /** SHOW_WHO when names were asked for. */
  readonly who: string;
  readonly person: string;
  readonly section: string;
  readonly before: string;
}

function readFilter(parameters: Awaited<HistoryPageProps["searchParams"]>): HistoryFilter {
  const read = (name: string) => {
    const value = parameters[name];
    return typeof value === "string" ? value.slice(0, 300) : "";
  };
  return { who: read("who") === SHOW_WHO ? SHOW_WHO : "", person: read("person"), section: read("section"), before: read("before") };
}

function formatAddress(path: string, filter: HistoryFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ""));
  return query.size === 0 ? path : `${path}?${query}`;
}
