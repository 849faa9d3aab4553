import Link from "next/link";
import { Icon } from "@/components/ui/icon";

interface Neighbor {
  href: string;
  title: string;
}

interface PreviousNextProps {
  /** What the pages are: "Elements", "Tools". */
  label: string;
  previous: Neighbor | null;
  next: Neighbor | null;
}

/** The pages before and after this one, in printed order. */
export function PreviousNext({ label, previous, next }: PreviousNextProps) {
  return (
    <nav aria-label={label} className="no-print mt-12 grid gap-4 border-t border-line pt-6 sm:grid-cols-2">
      {previous ? (
        <Link href={previous.href} className="group flex gap-3 no-underline">
          <Icon name="arrow-left" className="mt-0.5 size-5" />
          <span className="min-w-0">
            <span className="block text-[0.9375rem] text-muted">Previous</span>
            <span className="group-hover:underline">{previous.title}</span>
          </span>
        </Link>
      ) : null}
      {next ? (
        <Link href={next.href} className="group flex justify-end gap-3 text-right no-underline sm:col-start-2">
          <span className="min-w-0">
            <span className="block text-[0.9375rem] text-muted">Next</span>
            <span className="group-hover:underline">{next.title}</span>
          </span>
          <Icon name="arrow-right" className="mt-0.5 size-5" />
        </Link>
      ) : null}
    </nav>
  );
}
