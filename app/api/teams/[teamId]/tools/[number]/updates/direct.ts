import { offerDirectRoute } from "@/lib/platform/http/direct-route";
import { toolAddress } from "@/lib/platform/http/tool-address";
import { POST } from "./route";

/** Lets saves be answered without Next. */
export function offerSaves(): void {
  offerDirectRoute({ method: "POST", readParams: toolAddress("updates"), handler: POST });
}
