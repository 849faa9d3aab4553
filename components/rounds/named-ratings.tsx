import { showPerson, type People } from "@/lib/domain/people/person";
import type { RaterLine } from "@/lib/domain/rounds/round";
import { formatValue, type RoundScale } from "@/lib/domain/rounds/round-values";

interface NamedRatingsProps {
  scale: RoundScale;
  names: readonly { readonly raterId: string; readonly value: string }[];
  raters: readonly RaterLine[];
  people: People;
}

/** Who rated what, in a round that everyone was told is named. */
export function NamedRatings({ scale, names, raters, people }: NamedRatingsProps) {
  if (names.length === 0) return null;
  const nameOf = (id: string) => {
    const rater = raters.find((one) => one.id === id);
    return rater?.person ? showPerson(people, rater.person) : (rater?.guestName ?? "A former member");
  };
  const rows = names.map(({ raterId, value }) => ({ raterId, name: nameOf(raterId), value })).sort((a, b) => a.name.localeCompare(b.name, "en"));
  return (
    <section>
      <h3 className="mb-2">By name</h3>
      <table className="data-table text-left">
        <caption className="sr-only">Who rated what</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Rating</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ raterId, name, value }) => (
            <tr key={raterId}>
              <th scope="row" className="font-normal">
                {name}
              </th>
              <td>{formatValue(scale, value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
