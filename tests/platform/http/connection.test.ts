import { once } from "node:events";
import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { networkOf } from "@/lib/platform/http/network.mjs";
import { CONNECTION_HEADER, readConnection } from "@/lib/platform/http/connection-header";

describe("the address of a connection", () => {
  test("is what the server saw, whatever the client writes into the header", async () => {
    // As under the development server, where nobody sets the header: a client's own never counts.
    expect(readConnection("203.0.113.9")).toBeNull();
    expect(readConnection("undefined 203.0.113.9")).toBeNull();
    const { nameConnection } = await import("@/scripts/lib/connection.mjs");
    const seen: (string | null)[] = [];
    const server = createServer((request, response) => {
      nameConnection(request);
      seen.push(readConnection(request.headers[CONNECTION_HEADER] as string));
      response.end(request.headers[CONNECTION_HEADER]);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const ask = async (headers: Record<string, string>) => {
      const [response] = (await once(get({ port, host: "127.0.0.1", localAddress: "127.0.0.1", headers }), "response")) as [IncomingMessage];
      response.resume();
    };
    await ask({});
    await ask({ [CONNECTION_HEADER]: "203.0.113.9" });
    await ask({ [CONNECTION_HEADER]: "made-up 203.0.113.9" });
    server.close();
    expect(seen).toEqual(["127.0.0.1", "127.0.0.1", "127.0.0.1"]);
    expect(readConnection("203.0.113.9")).toBeNull();
    expect(readConnection(null)).toBeNull();
  });

  test.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["::FFFF:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["64:ff9b::192.0.2.33", "64:ff9b:0:0::/64"],
    ["not an address", "not an address"],
  ])("%s counts as %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
