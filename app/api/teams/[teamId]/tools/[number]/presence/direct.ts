import { offerDirectRoute } from "@/lib/platform/http/direct-route";
import { toolAddress } from "@/lib/platform/http/tool-address";
import { POST } from "./route";

/** Lets the words of where people are, which come with every step they make, be answered without Next. */
export function offerPresence(): void {
  offerDirectRoute({ method: "POST", readParams: toolAddress("presence"), handler: POST });
}
