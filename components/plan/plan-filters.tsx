import { type ReactNode, useState } from "react";
import { DUE_FILTER_LABELS, DUE_FILTERS, formatPlanFilter, isDue, PLAN_VIEWS, type PlanFilter, type PlanViewKind } from "@/lib/domain/plan/plan-filter";
import { listAreas, listIdeas, listOwners, type PlanChoice, type PlanContext } from "./plan-data";

const VIEW_LABELS: Record<PlanViewKind, string> = { table: "Table", board: "Board" };

interface PlanFiltersProps {
  filter: PlanFilter;
  context: PlanContext;
  today: string;
  onFilter: (filter: PlanFilter) => void;
}

/** What is shown, and how; without scripts a form that asks the server. */
export function PlanFilters({ filter, context, today, onFilter }: PlanFiltersProps) {
  const { actions } = context.plan;
  const mine = actions.filter(({ owner }) => owner?.personId === context.personId).length;
  const { chosen, choose } = useChosen(filter, onFilter);
  const set = (part: Partial<PlanFilter>) => choose({ ...chosen, ...part });
  const [areas, ideas] = [listAreas(context), listIdeas(context)];
  return (
    <form method="get" role="search" aria-label="Filter the plan" className="plan-filters no-print" onSubmit={(event) => event.preventDefault()}>
      {filter.status ? <input type="hidden" name="status" value={filter.status} /> : null}
      {filter.isNew ? <input type="hidden" name="new" value="1" /> : null}
      <label className="plan-mine">
        <input type="checkbox" name="mine" value="1" className="tick" checked={chosen.isMine} onChange={({ target }) => set({ isMine: target.checked })} />
        Mine ({mine})
      </label>
      <Choice name="owner" label="Owner" all="Everyone" value={chosen.owner} onChoose={(owner) => set({ owner })}>
        <Options choices={listOwners(context)} />
      </Choice>
      <Choice name="area" label={areas.length > 0 ? "Area or idea" : "Idea"} all={areas.length > 0 ? "All areas and ideas" : "All ideas"} value={chosen.area} onChoose={(area) => set({ area })}>
        {areas.length > 0 ? (
          <>
            <optgroup label="Areas">
              <Options choices={areas} />
            </optgroup>
            <optgroup label="Ideas">
              <Options choices={ideas} />
            </optgroup>
          </>
        ) : (
          <Options choices={ideas} />
        )}
      </Choice>
      <Choice name="due" label="Due" all="Any time" value={chosen.due} onChoose={(due) => set({ due: DUE_FILTERS.find((one) => one === due) ?? null })}>
        <Options choices={DUE_FILTERS.map((due) => ({ id: due, label: `${DUE_FILTER_LABELS[due]} (${actions.filter((action) => isDue(action, due, today)).length})` }))} />
      </Choice>
      <fieldset className="plan-seg">
        <legend className="sr-only">Show as</legend>
        {PLAN_VIEWS.map((view) => (
          <label key={view}>
            <input type="radio" name="view" value={view} checked={chosen.view === view} onChange={() => set({ view })} />
            <span>{VIEW_LABELS[view]}</span>
          </label>
        ))}
      </fieldset>
      <noscript>
        <button type="submit" className="button button-secondary">
          Show
        </button>
      </noscript>
    </form>
  );
}

/** What is chosen shows at once; the address and the list follow when the browser has come to it. */
function useChosen(filter: PlanFilter, onFilter: (filter: PlanFilter) => void) {
  const address = formatPlanFilter(filter);
  const [latest, setLatest] = useState({ address, chosen: filter });
  if (latest.address !== address) setLatest({ address, chosen: filter });
  return {
    chosen: latest.address === address ? latest.chosen : filter,
    choose: (chosen: PlanFilter) => {
      setLatest({ address, chosen });
      onFilter(chosen);
    },
  };
}

interface ChoiceProps {
  name: string;
  label: string;
  /** The option that leaves nothing out. */
  all: string;
  value: string | null;
  onChoose: (value: string | null) => void;
  children: ReactNode;
}

function Choice({ name, label, all, value, onChoose, children }: ChoiceProps) {
  const id = `plan-filter-${name}`;
  return (
    <div className="plan-choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} className="control" value={value ?? ""} onChange={({ target }) => onChoose(target.value || null)}>
        <option value="">{all}</option>
        {children}
      </select>
    </div>
  );
}

function Options({ choices }: { choices: readonly PlanChoice[] }) {
  return choices.map(({ id, label }) => (
    <option key={id} value={id}>
      {label}
    </option>
  ));
}
