import type { AreaId, RatingItem, StatusItem } from "@/lib/domain/tool/definition";

/** A statement of a checklist; its permanent id holds the printed number. */
export function statement(
  tool: number,
  number: number,
  prompt: string,
  bullets?: readonly string[],
): StatusItem {
  return {
    kind: "status",
    id: `t${tool}-${number}`,
    number: String(number),
    prompt,
    source: `Tool ${tool}, item ${number}`,
    ...(bullets ? { bullets } : {}),
  };
}

/** A statement to rate in Tool 9. The toolkit prints no numbers there: `position` counts within the area. */
export function rating(area: AreaId, position: number, prompt: string): RatingItem {
  const areaName = `${area.startsWith("i") ? "Infrastructure" : "Component"} ${area.slice(1)}`;
  return {
    kind: "rating",
    id: `t9-${area}-${position}`,
    prompt,
    source: `Tool 9, ${areaName}, item ${position}`,
  };
}
