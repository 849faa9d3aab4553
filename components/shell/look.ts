/** How pages look on this device: kept in a cookie, so that the server draws them so from the start. */
export interface Look {
  /** "compact": more on a screen, for people who read many tools. */
  readonly density: "roomy" | "compact";
  /** "projector": letters that the back of a room can read. */
  readonly scale: "desk" | "projector";
}

export const LOOK_COOKIE = "look";

const USUAL: Look = { density: "roomy", scale: "desk" };

/** What a cookie says; anything else is as usual. */
export function parseLook(value: string | undefined): Look {
  const words = new Set((value ?? "").slice(0, 40).split("."));
  return { density: words.has("compact") ? "compact" : USUAL.density, scale: words.has("projector") ? "projector" : USUAL.scale };
}

/** For the cookie. */
export function formatLook({ density, scale }: Look): string {
  return `${density}.${scale}`;
}
