import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

export type TagTone = "neutral" | "primary" | "info" | "success" | "warning" | "error";

const TONES: Record<TagTone, string> = {
  neutral: "border-line bg-sunken text-ink",
  primary: "border-primary/30 bg-primary-soft text-link",
  info: "border-info-line/40 bg-info-soft text-info",
  success: "border-success-line/40 bg-success-soft text-success",
  warning: "border-warning-line/40 bg-warning-soft text-warning",
  error: "border-error-line/40 bg-error-soft text-error",
};

interface TagProps {
  tone?: TagTone;
  icon?: IconName;
  children: ReactNode;
  className?: string;
}

/** A word or two about a thing: its state, its kind. The words carry it; colour and icon only help. */
export function Tag({ tone = "neutral", icon, children, className }: TagProps) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-[0.875rem] leading-snug font-semibold",
        TONES[tone],
        className,
      )}
    >
      {icon ? <Icon name={icon} className="size-4" /> : null}
      {children}
    </span>
  );
}
