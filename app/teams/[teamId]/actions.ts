"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { instantText } from "@/lib/domain/text/bounded-text";
import { teamAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";
import { markTeamSeen } from "@/lib/since/mark-seen";

/** For nobody but the person: no audit row. The mark asks for their standing itself. */
export const markTeamSeenAction = teamAction({
  permission: "team:view",
  rate: RATES.change,
  input: z.strictObject({ at: instantText() }),
  run: (context, { at }) => markTeamSeen(context, at),
  finish: async (_data, { teamId }) => {
    revalidatePath(`/teams/${teamId}`);
    return null;
  },
  audit: false,
});
