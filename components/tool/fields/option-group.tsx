"use client";

import { type ReactNode, useRef } from "react";
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
  onClear: () => void;
  className: string;
  children?: ReactNode;
}

/**
 * Radio buttons as large targets, and a way back to no answer. The fieldset around them names the question, in a legend whose id
 * ends in "-prompt".
 */
export function OptionGroup({ name, options, value, onChoose, onClear, className, children }: OptionGroupProps) {
  const group = useRef<HTMLDivElement>(null);

  function clear() {
    onClear();
    group.current?.querySelector("input")?.focus();
  }

  return (
    <div className="option-group">
      <div ref={group} className={className}>
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
      <button
        type="button"
        id={`${name}-clear`}
        aria-labelledby={`${name}-clear ${name}-prompt`}
        className={classNames("clear-button", value === null && "invisible")}
        onClick={clear}
      >
        Clear<span className="sr-only"> answer</span>
      </button>
    </div>
  );
}
