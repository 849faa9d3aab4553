import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { formatDay } from "@/lib/domain/text/due-words";
import type { MilestoneView } from "@/lib/milestones/read-milestones";

interface PickDaysProps {
  page: string;
  /** The latest day first. */
  milestones: readonly MilestoneView[];
  from: string;
  /** A milestone's id, or "now". */
  to: string;
}

/** Which two days are compared: a plain form, so that it works without a script. */
export function PickDays({ page, milestones, from, to }: PickDaysProps) {
  const options = milestones.map(({ id, name, onDay }) => (
    <option key={id} value={id}>
      {name}, {formatDay(onDay)}
    </option>
  ));
  return (
    // Another choice in the address draws the form anew.
    <form key={`${from} ${to}`} method="get" action={page} className="no-print mb-8 grid gap-4 sm:grid-cols-[minmax(0,18rem)_minmax(0,18rem)_auto] sm:items-end">
      <Select id="compare-from" name="from" label="From" defaultValue={from}>
        {options}
      </Select>
      <Select id="compare-to" name="to" label="To" defaultValue={to}>
        <option value="now">Now</option>
        {options}
      </Select>
      <div>
        <Button type="submit" variant="secondary">
          Compare
        </Button>
      </div>
    </form>
  );
}
