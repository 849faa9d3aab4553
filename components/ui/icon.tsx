const PATHS = {
  check: "M4.5 12.5 10 18 19.5 6.5",
  "half-circle": "M12 4a8 8 0 1 0 0 16 8 8 0 1 0 0-16M12 4v16",
  diamond: "M12 4l8 8-8 8-8-8Z",
  circle: "M12 4a8 8 0 1 0 0 16 8 8 0 1 0 0-16",
  blocked: "M12 4a8 8 0 1 0 0 16 8 8 0 1 0 0-16M6.4 17.6 17.6 6.4",
  cross: "M6 6l12 12M18 6 6 18",
  info: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 1 0 0-17M12 11v5.5M12 7.6v.4",
  warning: "M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17v.4",
  "arrow-right": "M4 12h16M13 5l7 7-7 7",
  "arrow-left": "M20 12H4M11 5l-7 7 7 7",
  "arrow-up": "M12 20V4M5 11l7-7 7 7",
  "arrow-down": "M12 4v16M5 13l7 7 7-7",
  plus: "M12 4.5v15M4.5 12h15",
  download: "M12 4v11M7 10.5l5 5 5-5M4.5 20h15",
  share: "M12 15V4M7.5 8.5 12 4l4.5 4.5M4.5 14v6h15v-6",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.6a3.5 3.5 0 0 1 0 6M18 14.4c2.2.8 3.5 2.9 3.5 5.6",
  chart: "M4 20V4M4 20h16M8.5 16v-4M13 16V8M17.5 16v-6",
  question: "M8.5 9a3.5 3.5 0 1 1 5.2 3.1c-1.1.6-1.7 1.2-1.7 2.4M12 18v.4",
  bulb: "M9 18h6M10 21h4M8.5 15c-1.6-1.2-2.5-2.9-2.5-5a6 6 0 1 1 12 0c0 2.1-.9 3.8-2.5 5Z",
  book: "M12 6.5C10 5 7 4.5 3.5 4.5v13c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-13c-3.5 0-6.5 .5-8.5 2ZM12 6.5v13",
  comment: "M4 5h16v11.5H11L6.5 20.5v-4H4Z",
  file: "M6 3.5h8l4.500 4.500v12.500H6ZM14 3.500V8h4.500",
  "chevron-left": "M15 5l-7 7 7 7",
  lock: "M6.5 11h11v9h-11ZM9 11V8a3 3 0 0 1 6 0v3",
} as const;

export type IconName = keyof typeof PATHS;

/** A line icon beside words: it never stands alone, so assistive technology skips it. */
export function Icon({ name, className = "size-5" }: { name: IconName; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={`icon ${className}`}>
      <path d={PATHS[name]} />
    </svg>
  );
}
