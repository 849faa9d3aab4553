"use client";

import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

interface TileOption {
  value: string;
  content: ReactNode;
  className?: string;
}

interface OptionGroupProps {
  /** Name the radios share. */
  name: string;
  options: readonly TileOption[];
  value: string | null;
  onChoose: (value: string) => void;
  className: string;
  children?: ReactNode;
}

/** Radio buttons as large targets. The fieldset around them names the question; its menu clears the answer. */
export function OptionGroup({ name, options, value, onChoose, className, children }: OptionGroupProps) {
  return (
    <div className="option-group">
      <div className={className}>
        {options.map((option) => (
          <label key={option.value} className={classNames("tile", option.className)}>
            <input
              type="radio"
              name={name}
              value={option.value}
              autoComplete="off"
              checked={value === option.value}
              onChange={() => onChoose(option.value)}
            />
            {option.content}
          </label>
        ))}
      </div>
      {children}
    </div>
  );
}
