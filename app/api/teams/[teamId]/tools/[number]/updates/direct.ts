import { offerDirectRoute } from "@/lib/http/direct-route";
import { POST } from "./route";

const ADDRESS = /^\/api\/teams\/([^/?]+)\/tools\/([^/?]+)\/updates$/;

function readParams(url: string): { teamId: string; number: string } | null {
  const [, teamId, number] = ADDRESS.exec(url) ?? [];
  return teamId && number ? { teamId, number } : null;
}

/** Lets saves be answered without Next. */
export function offerSaves(): void {
  offerDirectRoute({ method: "POST", readParams, handler: POST });
}
