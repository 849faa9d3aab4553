import type { SeatId } from "@/lib/domain/toolkit/roster";
import type { SeatMarking } from "@/lib/roster/roster-schemas";
import type { SamplePerson } from "./sample-agency";

/** What people of the sample team chose to say of themselves, some time ago; nobody from the community has yet. */
export const SAMPLE_SEATS: readonly (readonly [SamplePerson, readonly SeatId[]])[] = [
  ["lead", ["decides", "staff"]],
  ["sergeant", ["staff"]],
  ["peer", ["lived-experience"]],
];

export const SAMPLE_SEAT_MARK: SeatMarking = { seat: "community", mark: "looking", words: "We asked the boards of Open Door and of the tenants’ union for one person each." };
