import type { AskedOfGoal } from "@/components/indicators/goal-address";

const DONE = ["saved", "removed", "restored"] as const;

/** What of a goal the address asks for; whatever it does not know, it passes over. */
export function readAsked(given: Readonly<Record<string, string | string[] | undefined>>): AskedOfGoal {
  const text = (name: keyof AskedOfGoal) => {
    const value = given[name];
    return typeof value === "string" && value !== "" ? { [name]: value } : {};
  };
  const done = DONE.find((one) => one === given.done);
  return { ...text("row"), ...text("open"), ...text("value"), ...text("library"), ...text("back"), ...(done && { done }) };
}
