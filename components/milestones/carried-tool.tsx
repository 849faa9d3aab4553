import { Tag } from "@/components/ui/tag";
import type { CarriedAnswerView, CarriedPart, CarriedToolView } from "@/lib/milestones/load-carried";
import { LookButton } from "./milestone-buttons";

interface CarriedToolProps {
  teamId: string;
  /** "Tool 9: Organizational Assessment" */
  name: string;
  carried: CarriedToolView;
  /** The milestone's name. */
  from: string;
  mayEdit: boolean;
}

const waitingIn = ({ items }: CarriedPart) => items.filter(({ state }) => state === "waiting");

/** One tool's answers that were carried forward, each with what can be said of it. */
export function CarriedTool({ teamId, name, carried: { tool, parts }, from, mayEdit }: CarriedToolProps) {
  const all = parts.flatMap(({ items }) => items);
  const waiting = parts.flatMap(waitingIn).length;
  return (
    <section aria-labelledby={`carried-${tool.slug}`}>
      <h2 id={`carried-${tool.slug}`} className="home-title mb-1">
        {name}
      </h2>
      <p className="text-muted">
        {all.length - waiting} of {all.length} looked at
      </p>
      <div className="grid grid-cols-1 gap-6">
        {parts.map((part) => (
          <Part key={part.id} teamId={teamId} part={part} tool={tool} from={from} mayEdit={mayEdit} />
        ))}
      </div>
    </section>
  );
}

function Part({ teamId, part, tool, from, mayEdit }: Pick<CarriedToolProps, "teamId" | "from" | "mayEdit"> & { part: CarriedPart; tool: CarriedToolView["tool"] }) {
  const waiting = waitingIn(part);
  const confirmed = part.items.filter(({ state }) => state === "confirmed");
  return (
    <section aria-labelledby={`part-${part.id}`}>
      <div className="mt-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h3 id={`part-${part.id}`} className="min-w-0 text-[1.0625rem] wrap-anywhere">
          {part.title} <span className="font-normal text-muted">{waiting.length === 0 ? "all looked at" : `${waiting.length} to look at`}</span>
        </h3>
        {mayEdit && waiting.length > 1 ? (
          <LookButton teamId={teamId} tool={tool.ref} itemIds={waiting.map(({ itemId }) => itemId)} isLooked label={`Confirm all ${waiting.length}`} describedFor={part.title} />
        ) : null}
        {mayEdit && waiting.length === 0 && confirmed.length > 1 ? (
          <LookButton teamId={teamId} tool={tool.ref} itemIds={confirmed.map(({ itemId }) => itemId)} isLooked={false} label="Take back" describedFor={`all of ${part.title}`} />
        ) : null}
      </div>
      <ul className="agenda-rows">
        {part.items.map((item) => (
          <li key={item.itemId} className="carried-row">
            <div className="min-w-0 wrap-anywhere">
              <p>{item.words}</p>
              <p className="carried-answer">{item.answer || "Cleared since"}</p>
              <p className="mt-1">
                <Mark item={item} from={from} />
              </p>
            </div>
            <div className="no-print flex flex-wrap items-start gap-x-4 gap-y-2">
              {mayEdit && item.state === "waiting" ? <LookButton teamId={teamId} tool={tool.ref} itemIds={[item.itemId]} isLooked label="Confirm" describedFor={item.words} /> : null}
              {mayEdit && item.state === "confirmed" ? <LookButton teamId={teamId} tool={tool.ref} itemIds={[item.itemId]} isLooked={false} label="Take back" describedFor={item.words} /> : null}
              <a href={`/teams/${teamId}/tools/${tool.slug}#${item.itemId}`} className="py-2">
                {mayEdit ? "Change" : "Show"}
                <span className="sr-only">: {item.words}</span>
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Mark({ item: { state }, from }: { item: CarriedAnswerView; from: string }) {
  if (state === "waiting") return <Tag tone="warm">From {from}, not yet looked at</Tag>;
  return <Tag tone="success" icon="check">{state === "confirmed" ? "Confirmed" : "Changed"}</Tag>;
}
