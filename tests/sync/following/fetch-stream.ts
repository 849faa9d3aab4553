import type { EventStream } from "@/lib/sync/following/event-stream";

/** What a browser's `EventSource` does, as far as it is used: over a real request, without opening itself again. */
export function openFetchStream(url: string): EventStream {
  const target = new EventTarget();
  const controller = new AbortController();
  const emit = (type: string, data?: string) => target.dispatchEvent(new MessageEvent(type, { data }));

  async function read(): Promise<void> {
    const response = await fetch(url, { signal: controller.signal });
    if (!response.ok || !response.body) throw new Error(`Status ${response.status}`);
    let text = "";
    for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (text + piece).split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const fields = new Map(block.split("\n").map((line) => line.split(/: (.*)/, 2) as [string, string]));
        emit(fields.get("event") ?? "message", fields.get("data"));
      }
    }
    throw new Error("The stream ended.");
  }

  read().catch(() => controller.signal.aborted || emit("error"));
  return {
    addEventListener: (type, listener) => target.addEventListener(type, (event) => listener(event as MessageEvent)),
    close: () => controller.abort(),
  };
}
