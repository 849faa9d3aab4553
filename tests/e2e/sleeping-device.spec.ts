import type { Browser } from "@playwright/test";
import { signalTree } from "@/tests/support/process-tree";
import { Network } from "./support/network";
import { expect, test as base, typeAfter } from "./support/teammates";
import { expectSaved } from "./support/tool-page";

interface Device {
  readonly browser: Browser;
  /** As in sleep: every process stands still, and the app hears no more of it. */
  sleep(): void;
  /** What was connected before is not any more. */
  wake(): void;
  readonly network: Network;
}

const test = base.extend<{ device: Device }>({
  device: async ({ app, launchOptions, playwright }, provide) => {
    const { port } = new URL(app.url);
    const network = await Network.to(Number(port));
    const server = await playwright.chromium.launchServer({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), `--host-resolver-rules=MAP localhost:${port} 127.0.0.1:${network.port}`],
    });
    const pid = server.process().pid as number;
    await provide({
      browser: await playwright.chromium.connect(server.wsEndpoint()),
      network,
      sleep: () => signalTree(pid, "SIGSTOP"),
      wake: () => {
        network.comeBack();
        signalTree(pid, "SIGCONT");
      },
    });
    signalTree(pid, "SIGCONT");
    await server.close();
    network.close();
  },
});

test("a device that slept catches up by itself and sends what was typed before, without a reload", async ({ device, openAs, problems }) => {
  problems.expect(/ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING/);
  const { page: awake } = await openAs("Dana R.", 1);
  const { page: sleeper } = await openAs("Marcus", 1, { browser: device.browser });
  let loads = 0;
  sleeper.on("load", () => (loads += 1));
  const boxOf = (page: typeof awake) => page.locator("main textarea").first();
  await expect(awake.locator(".here-now summary")).toHaveText(/Here now: Marcus/);
  await boxOf(sleeper).fill("First. Second.");
  await expect(boxOf(awake)).toHaveValue("First. Second.");

  device.network.goDown();
  await typeAfter(boxOf(sleeper), "Second.", " Typed before sleeping.");
  device.sleep();
  await expect(awake.locator(".here-now")).toHaveCount(0);
  await typeAfter(boxOf(awake), "First.", " Written meanwhile.");
  await expectSaved(awake);
  await expect(boxOf(awake)).toHaveValue("First. Written meanwhile. Second.");

  device.wake();
  for (const page of [sleeper, awake]) {
    await expect(boxOf(page)).toHaveValue("First. Written meanwhile. Second. Typed before sleeping.");
    await expectSaved(page);
  }
  await expect(awake.locator(".here-now summary")).toHaveText(/Here now: Marcus/);
  await expect(sleeper.locator(".here-now summary")).toHaveText(/Here now: Dana R\./);
  expect(loads).toBe(0);
});
