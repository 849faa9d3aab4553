import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";

interface TimelineFilterProps {
  /** The page; the form goes there with its choices in the address, so it needs no script. */
  action: string;
  /** Null where nobody is named: then there is nobody to choose. */
  people: readonly { readonly id: string; readonly name: string }[] | null;
  /** Keeps the names that were asked for. */
  who: string;
  sections: readonly { readonly id: string; readonly title: string }[];
  person: string;
  section: string;
}

/** Narrows the timeline to a part of the tool and, where people are named, to a person. */
export function TimelineFilter({ action, people, who, sections, person, section }: TimelineFilterProps) {
  return (
    <form method="get" action={action} className="no-print grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1.5fr_auto]">
      {who ? <input type="hidden" name="who" value={who} /> : null}
      {people ? (
        <Select label="Person" name="person" defaultValue={person}>
          <option value="">Everyone</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      {sections.length > 1 ? (
        <Select label="Part of the tool" name="section" defaultValue={section}>
          <option value="">The whole tool</option>
          {sections.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit">Show</Button>
        <Link href={action} className="px-2 py-2">
          Clear filters
        </Link>
      </div>
    </form>
  );
}
