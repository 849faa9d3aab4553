import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

type Tone = "info" | "success" | "warning" | "error";

const TONES: Record<Tone, { box: string; text: string; icon: IconName; name: string }> = {
  info: { box: "border-info-line bg-info-soft", text: "text-info", icon: "info", name: "Note" },
  success: { box: "border-success-line bg-success-soft", text: "text-success", icon: "check", name: "Done" },
  warning: { box: "border-warning-line bg-warning-soft", text: "text-warning", icon: "warning", name: "Please note" },
  error: { box: "border-error-line bg-error-soft", text: "text-error", icon: "warning", name: "There is a problem" },
};

interface AlertProps {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  className?: string;
  /** Set when it appears after the page has loaded, so that it is read out. */
  live?: boolean;
}

/** A message about the whole page or part of it, told by words, icon and colour. */
export function Alert({ tone = "info", title, children, className, live = false }: AlertProps) {
  const { box, text, icon, name } = TONES[tone];
  return (
    <div
      role={live ? (tone === "error" ? "alert" : "status") : undefined}
      className={classNames("flex gap-3 rounded-control border-l-[0.5rem] px-4 py-3.5", box, className)}
    >
      <span className={classNames("mt-0.5", text)}>
        <Icon name={icon} className="size-6" />
      </span>
      <div className="measure min-w-0">
        {title ? <p className="font-bold">{title}</p> : <span className="sr-only">{name}: </span>}
        {children}
      </div>
    </div>
  );
}
