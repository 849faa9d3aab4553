import type { Metadata } from "next";
import Link from "next/link";
import { NeedsScript } from "@/components/forms/form-page";
import { PeopleProvider, PersonName } from "@/components/people/shown-people";
import { DeputiesForm, EndSitting, JoinButtons, MoveItem, OfferedForm, StartForm, TakeItemOff, TakeSeatAway, ToolItemsForm } from "@/components/sittings/arrange";
import { Alert } from "@/components/ui/alert";
import { Button, LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { findTool, findToolBySlug, TOOLS } from "@/content/toolkits";
import { showPerson } from "@/lib/domain/people/person";
import { formatMeetCode } from "@/lib/domain/sittings/meet-code";
import type { SittingFacts } from "@/lib/domain/sittings/sitting";
import { formatDay } from "@/lib/domain/text/due-words";
import { toolItems, toolName } from "@/lib/domain/tool/items";
import { findListedItem, listItemGroups } from "@/lib/domain/tool/listed-items";
import { placeInTool } from "@/lib/domain/rounds/item-place";
import { loadAgenda } from "@/lib/meetings/load-agenda";
import { findLastMeeting } from "@/lib/meetings/meetings";
import { findTeamDay } from "@/lib/meetings/team-day";
import { listPeople } from "@/lib/people/list-people";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { findOpenTool } from "@/lib/responses/tool-access";
import { codeOf } from "@/lib/sittings/meet-codes";
import { listOfferedItems } from "@/lib/sittings/offered-items";
import { meetAddress } from "@/lib/sittings/meet-address";
import { listSeats, listSittings } from "@/lib/sittings/read-sittings";
import { listLeaders, openMeeting } from "../open-meeting";

export const metadata: Metadata = { title: "Meeting mode" };

interface ModePageProps {
  params: Promise<{ teamId: string; meetingId: string }>;
  searchParams: Promise<{ tool?: string | string[] }>;
}

/** What meeting mode goes through, who is there, who may take over; before it, its start. */
export default async function ModePage({ params, searchParams }: ModePageProps) {
  const [{ teamId, meetingId }, { tool: slug }] = await Promise.all([params, searchParams]);
  const { context, meeting, sitting } = await openMeeting(teamId, meetingId);
  const page = `/teams/${teamId}/meetings/${meeting.id}`;
  const mayRun = isAllowedInTeam(context.role, "sitting:run");
  const header = (
    <PageHeader
      crumbs={[{ label: "Meetings", href: `/teams/${teamId}/meetings` }, { label: formatDay(meeting.heldOn), href: page }, { label: "Meeting mode" }]}
      title="Meeting mode"
      lead="One item on the big screen, everyone votes alone on a phone, then the team looks, talks and decides."
      actions={sitting ? <LinkButton href={`${page}/screen`}>Open the big screen</LinkButton> : undefined}
    />
  );
  if (!sitting) {
    const hasEnded = (await listSittings(context, meeting.id)).length > 0;
    return (
      <div className="container-page pt-6 pb-16">
        {header}
        <div className="grid max-w-[46rem] gap-6">
          {hasEnded ? (
            <Alert live tone="success" title="Meeting mode has ended">
              <p>
                Phones are let go. What was decided, what is open and who took part is on <Link href={page}>the meeting’s page</Link>.
              </p>
            </Alert>
          ) : null}
          {meeting.isClosed ? (
            <p>This meeting is closed. Open it again first, or start meeting mode in another meeting.</p>
          ) : mayRun ? (
            <>
              <NeedsScript />
              <StartForm teamId={teamId} meetingId={meeting.id} leaders={await listLeaders(context)} label={hasEnded ? "Start meeting mode again" : "Start meeting mode"} />
            </>
          ) : (
            <p>It has not started. A member of the team can start it.</p>
          )}
        </div>
      </div>
    );
  }
  const seats = (await listSeats(context, sitting.id)).filter(({ isRemoved }) => !isRemoved);
  const people = await listPeople(context, sitting, seats);
  if (!sitting.isYours) {
    return (
      <div className="container-page pt-6 pb-16">
        {header}
        <p className="measure">
          {showPerson(people, sitting.facilitator)} leads it. {sitting.mayTakeOver ? "If their device dies you can take over on the big screen." : "You can watch on the big screen, and vote with your phone."}
        </p>
      </div>
    );
  }
  const code = codeOf(sitting.id, sitting.codeNumber);
  const chosen = typeof slug === "string" ? findToolBySlug(slug) : null;
  return (
    <div className="container-page pt-6 pb-16">
      {header}
      <NeedsScript />
      <PeopleProvider people={people} historyNames={context.historyNames}>
        <div className="grid grid-cols-1 gap-10 lg:grid-cols-2">
          <div className="grid content-start gap-10">
            <section aria-labelledby="items" className="grid gap-4">
              <h2 id="items">Items</h2>
              <ItemList teamId={teamId} sitting={sitting} />
            </section>
            <section aria-labelledby="add-items" className="grid gap-6">
              <h2 id="add-items">Put items on the list</h2>
              <Offered context={context} sitting={sitting} heldOn={meeting.heldOn} />
              <form method="get" className="flex flex-wrap items-end gap-3">
                <Select label="From a tool" name="tool" defaultValue={chosen?.slug ?? ""}>
                  <option value="">Choose a tool</option>
                  {TOOLS.filter((tool) => findOpenTool(context, tool.ref) && toolItems(tool).length > 0).map((tool) => (
                    <option key={tool.slug} value={tool.slug}>
                      {toolName(tool)}
                    </option>
                  ))}
                </Select>
                <Button type="submit" variant="secondary">
                  Show its items
                </Button>
              </form>
              {chosen && findOpenTool(context, chosen.ref) ? (
                <ToolItemsForm
                  key={`${chosen.slug} ${sitting.items.length}`}
                  teamId={teamId}
                  sittingId={sitting.id}
                  tool={chosen.slug}
                  title={toolName(chosen)}
                  groups={listItemGroups(chosen)
                    .map(({ title, items }) => ({ title, items: items.filter(({ id }) => !sitting.items.some(({ itemId }) => itemId === id)) }))
                    .filter(({ items }) => items.length > 0)}
                />
              ) : null}
            </section>
          </div>
          <div className="grid content-start gap-10">
            <section aria-labelledby="joining" className="grid gap-4">
              <h2 id="joining">Joining</h2>
              {sitting.isJoinable ? (
                <p>
                  {meetAddress(code).shown}, code <strong className="whitespace-nowrap">{formatMeetCode(code)}</strong>. It works for twelve hours, and not after the end.
                </p>
              ) : (
                <p>Nobody new is let in. Whoever sits there stays.</p>
              )}
              <JoinButtons teamId={teamId} sittingId={sitting.id} isJoinable={sitting.isJoinable} />
            </section>
            <section aria-labelledby="people" className="grid gap-3">
              <h2 id="people">Who is here</h2>
              {seats.length === 0 ? <p className="text-muted">Nobody has joined yet.</p> : null}
              <ul className="agenda-rows">
                {seats.map(({ id, person, names }) => (
                  <li key={id} className="flex flex-wrap items-center justify-between gap-3">
                    <span className="wrap-anywhere">{person ? <PersonName person={person} /> : names.join(", ")}</span>
                    <TakeSeatAway teamId={teamId} sittingId={sitting.id} seatId={id} name={person ? showPerson(people, person) : names.join(", ")} />
                  </li>
                ))}
              </ul>
            </section>
            <section aria-labelledby="deputies" className="grid gap-3">
              <h2 id="deputies">Who may take over</h2>
              <DeputiesForm key={sitting.deputyIds.join()} teamId={teamId} sittingId={sitting.id} leaders={await listLeaders(context)} chosen={sitting.deputyIds} />
            </section>
            <section aria-labelledby="the-end" className="grid gap-3">
              <h2 id="the-end">The end</h2>
              <EndSitting teamId={teamId} sittingId={sitting.id} />
            </section>
          </div>
        </div>
      </PeopleProvider>
    </div>
  );
}

function ItemList({ teamId, sitting }: { teamId: string; sitting: SittingFacts }) {
  if (sitting.items.length === 0) return <p className="text-muted">Nothing is on the list yet.</p>;
  return (
    <ol className="agenda-rows">
      {sitting.items.map(({ id, tool: ref, itemId, roundId }, index) => {
        const tool = findTool(ref);
        const item = tool && toolItems(tool).find((one) => one.id === itemId);
        const name = (tool && findListedItem(tool, itemId)?.name) ?? "An item of an earlier version";
        const described = tool && item ? `${name}, ${placeInTool(tool, item)}` : name;
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <span className="min-w-[12rem] flex-1 wrap-anywhere">
              {name} {tool && item ? <span className="block text-[0.9375rem] text-muted">{placeInTool(tool, item).split(" · ")[0]}</span> : null}
            </span>
            {index > 0 ? <MoveItem teamId={teamId} sittingId={sitting.id} itemId={id} name={described} by="up" /> : null}
            {index < sitting.items.length - 1 ? <MoveItem teamId={teamId} sittingId={sitting.id} itemId={id} name={described} by="down" /> : null}
            {id === sitting.currentId ? <span className="text-muted">On the screen</span> : roundId ? <span className="text-muted">Voted on</span> : <TakeItemOff teamId={teamId} sittingId={sitting.id} itemId={id} name={described} />}
          </li>
        );
      })}
    </ol>
  );
}

async function Offered({ context, sitting, heldOn }: { context: TeamContext; sitting: SittingFacts; heldOn: string }) {
  const [today, since] = await Promise.all([findTeamDay(context, new Date()), findLastMeeting(context, heldOn)]);
  const offered = (await listOfferedItems(context, await loadAgenda(context, { today, since }))).filter(({ itemId }) => !sitting.items.some((item) => item.itemId === itemId));
  if (offered.length === 0) return null;
  return (
    <OfferedForm
      key={offered.length}
      teamId={context.teamId}
      sittingId={sitting.id}
      offered={offered.map(({ tool, itemId, name, place, why }) => ({ ...tool, itemId, label: name, note: `${place} · ${why}` }))}
    />
  );
}
