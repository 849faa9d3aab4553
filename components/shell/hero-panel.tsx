import { Icon, type IconName } from "@/components/ui/icon";

const LINES: readonly { name: string; state: string; icon: IconName; tone: string }[] = [
  { name: "Partner Organization Checklist", state: "Complete", icon: "check", tone: "text-success" },
  { name: "Organizational Assessment", state: "In progress", icon: "half-circle", tone: "text-info" },
  { name: "Operational Plan Worksheet", state: "Not started", icon: "circle", tone: "text-muted" },
];

const AREAS = [
  { name: "Policies and procedures", width: "w-[82%]" },
  { name: "Training and development", width: "w-[56%]" },
  { name: "Community engagement", width: "w-[38%]" },
];

/** A glimpse of the workbook. A picture made of markup: it says nothing the text beside it doesn't. */
export function HeroPanel() {
  return (
    <div aria-hidden="true" className="hidden rounded-card border border-line bg-surface p-6 text-ink shadow-card sm:block">
      <p className="text-[0.875rem] font-semibold text-muted">Your toolkit</p>
      <ul className="mt-2 divide-y divide-line">
        {LINES.map((line) => (
          <li key={line.name} className="flex items-center justify-between gap-4 py-2.5">
            <span className="font-semibold">{line.name}</span>
            <span className={`flex items-center gap-1.5 text-[0.9375rem] ${line.tone}`}>
              <Icon name={line.icon} className="size-4" />
              {line.state}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-5 text-[0.875rem] font-semibold text-muted">Where you stand</p>
      <ul className="mt-3 grid gap-3">
        {AREAS.map((area) => (
          <li key={area.name} className="text-[0.9375rem]">
            {area.name}
            <span className="mt-1 block h-2.5 overflow-hidden rounded-full bg-sunken forced-colors:h-3 forced-colors:border">
              <span className={`block h-full rounded-full bg-primary ${area.width}`} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
