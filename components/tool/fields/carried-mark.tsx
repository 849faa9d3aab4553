"use client";

import { useWaits } from "@/components/tool/live/use-response";

interface CarriedMarkProps {
  /** Of the item. */
  id: string;
  /** Of the milestone that the answer came from. */
  name: string;
  /** Where it is confirmed. */
  href: string;
}

/** Where an answer came from that nobody has looked at. It goes as soon as somebody changes the answer. */
export function CarriedMark({ id, name, href }: CarriedMarkProps) {
  if (!useWaits(id)) return null;
  return (
    <a href={href} className="carried-mark">
      From {name}, not yet looked at<span className="sr-only">: confirm or change it</span>
    </a>
  );
}
