import { offerDirectRoute } from "@/lib/http/direct-route";
import { toolAddress } from "@/lib/http/tool-address";
import { POST } from "./route";

/** Lets saves be answered without Next. */
export function offerSaves(): void {
  offerDirectRoute({ method: "POST", readParams: toolAddress("updates"), handler: POST });
}
