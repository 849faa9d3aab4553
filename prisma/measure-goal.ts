import { addValue, setIndicator } from "@/lib/indicators/change-indicators";
import { contextOf, type Person, type TeamPlace } from "./factories";
import { monthBefore, SAMPLE_GOAL_TABLE, SAMPLE_INDICATORS } from "./sample/indicators";
import { sampleTool } from "./sample/sample-tool";

/** How far ahead of today the target is. */
const TARGET_AHEAD_MONTHS = 3;

/** Measures the sample's goal over the months before today, as its analyst enters them. */
export async function measureSampleGoal(place: TeamPlace, analyst: Person, now = new Date()): Promise<void> {
  const context = await contextOf(place, analyst, "response:edit");
  const toolRef = sampleTool(13);
  for (const { rowId, settings, values } of SAMPLE_INDICATORS) {
    const row = { toolRef, itemId: SAMPLE_GOAL_TABLE, rowId };
    const targetOn = settings.target === "" ? "" : `${monthBefore(now, -TARGET_AHEAD_MONTHS)}-01`;
    await setIndicator(context, row, { ...settings, targetOn });
    for (const { before, value, of, source = "", note = "" } of values) {
      await addValue(context, row, { on: monthBefore(now, before), value: String(value), of: of === undefined ? "" : String(of), source, note });
    }
  }
}
