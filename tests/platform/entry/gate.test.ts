import { once } from "node:events";
import { Agent, createServer, request as send, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { encode } from "next-auth/jwt";
import type { Rate } from "@/lib/platform/rates/rates";
import type { Limits } from "@/lib/platform/turns/fair-queue";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";

Object.assign(process.env, {
  DATABASE_RUNTIME_URL: "postgres://nobody@localhost/none",
  DATABASE_AUTH_URL: "postgres://nobody@localhost/none",
  APP_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a secret of the tests, long enough for the rule",
});
const { createGate } = await import("@/lib/platform/entry/gate");
const { setSeatCookies } = await import("@/lib/platform/auth/seat-cookie");
const { Refusals } = await import("@/lib/platform/http/refusals");

/** Each request waits until it is let go. */
interface Held {
  readonly name: string;
  readonly response: ServerResponse;
}

const SMALL = { atOnce: 2, atOnceOfGroup: 2, atOnceOfMember: 1, waiting: 100, waitingOfGroup: 100, waitingOfMember: 3 };

let servers: ReturnType<typeof createServer>[] = [];
const agents: Agent[] = [];

/** Many of one session are let in one after another. */
const ROOMY: Limits = { atOnce: 50, atOnceOfGroup: 50, atOnceOfMember: 50, waiting: 100, waitingOfGroup: 100, waitingOfMember: 100 };

async function serve(limits: Limits = SMALL, rate?: Rate) {
  const gate = createGate(limits, rate);
  const held: Held[] = [];
  const names: string[] = [];
  const arrivals: (() => void)[] = [];
  const server = createServer((request, response) =>
    gate(request, response, () => {
      const { name = "" } = request.headers as { name?: string };
      if (name === "at-once") return void response.end();
      names.push(name);
      arrivals.splice(0).forEach((tell) => tell());
      if (name.startsWith("told-")) {
        response.statusCode = 429;
        return void response.setHeader("Retry-After", name.slice("told-".length)).end("as often as I say");
      }
      if (name.startsWith("news")) response.setHeader("Content-Type", "text/event-stream").write(":\n\n");
      held.push({ name, response });
    }),
  ).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ maxSockets: Infinity });
  agents.push(agent);
  const ask = async (name: string, cookie = "", path = "/page", method = "GET", accept = "*/*") => {
    const headers = { accept, ...(cookie ? { cookie: `workbook.session=${cookie}` } : {}) };
    const [response] = (await once(send({ port, host: "127.0.0.1", agent, method, path, headers: { ...headers, name } }).end(), "response")) as [IncomingMessage];
    let text = "";
    for await (const chunk of response.setEncoding("utf8")) text += chunk;
    return { status: response.statusCode, headers: response.headers, text };
  };
  /** Once so many are being answered. */
  const until = async (count: number) => {
    while (names.length < count) await new Promise<void>((resolve) => arrivals.push(resolve));
  };
  const finish = (name: string) => held.find((one) => one.name === name)?.response.end("done");
  return { ask, until, finish, names };
}

afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers = [];
});

let casey: string;
let robin: string;
beforeAll(async () => {
  const secret = process.env.NEXTAUTH_SECRET as string;
  casey = await encode({ token: { sid: "casey" }, secret });
  robin = await encode({ token: { sid: "robin" }, secret });
});

describe("the gate in front of everything", () => {
  test("lets one session's many requests wait for each other, and not another session's for them", async () => {
    const { ask, until, finish, names } = await serve();
    const first = ask("casey-1", casey);
    await until(1);
    const rest = ["casey-2", "casey-3"].map((name) => ask(name, casey));
    const other = ask("robin-1", robin);
    await until(2);
    expect(names).toEqual(["casey-1", "robin-1"]);
    finish("robin-1");
    finish("casey-1");
    expect((await other).text + (await first).text).toBe("donedone");
    for (const name of ["casey-2", "casey-3"]) {
      await until(names.length + (names.includes(name) ? 0 : 1));
      finish(names.at(-1) as string);
    }
    await Promise.all(rest);
  });

  test("refuses a session's requests beyond those that may wait, with words and when to come again", async () => {
    const { ask, until } = await serve();
    void ask("first", casey).catch(() => undefined);
    await until(1);
    const answers = await Promise.race([
      Promise.any(Array.from({ length: 10 }, (_, number) => ask(`more-${number}`, casey).then((answer) => (answer.status === 429 ? answer : Promise.reject(new Error("let in")))))),
    ]);
    expect(answers.headers["retry-after"]).toBe("1");
    expect(answers.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(JSON.parse(answers.text)).toEqual({ error: "too-many", message: expect.stringMatching(/Please wait a moment/) });
  });

  test("answers whoever looks at a page with one that comes again by itself, and a form or a long wait without", async () => {
    const { ask } = await serve(ROOMY);
    const page = "text/html,application/xhtml+xml";
    await ask("told-2", casey);
    const refused = await ask("told-2", casey, "/page", "GET", page);
    expect(refused).toMatchObject({ status: 429, headers: { refresh: "1", "content-type": "text/html; charset=utf-8" } });
    expect(refused.text).toContain("<h1>Please wait a moment</h1>");
    expect(refused.text).toContain("tries again by itself in a second");
    await ask("told-2", casey, "/form", "POST");
    const form = await ask("told-2", casey, "/form", "POST", page);
    expect([form.status, form.headers.refresh]).toEqual([429, undefined]);
    expect(form.text).not.toContain("by itself");

    const rate: Rate = { name: "one page", deed: "asked for very many pages", person: { limit: 1, minutes: 60 }, agency: null, counted: "instance" };
    const { ask: askSlow } = await serve(ROOMY, rate);
    await askSlow("at-once", robin);
    const long = await askSlow("at-once", robin, "/page", "GET", page);
    expect([long.status, long.headers.refresh]).toEqual([429, undefined]);
    expect(long.text).toContain("asked for very many pages");
  });

  test("gives made-up sessions no turns of their own", async () => {
    const { ask, until, names } = await serve({ ...SMALL, waitingOfMember: 50 });
    for (let number = 0; number < 20; number += 1) void ask(`made-up-${number}`, `made-up-${number}`).catch(() => undefined);
    await until(1);
    void ask("robin-1", robin).catch(() => undefined);
    await until(2);
    expect(names.filter((name) => name.startsWith("made-up"))).toHaveLength(1);
    expect(names[1]).toBe("robin-1");
  });

  test("gives each phone in a meeting a turn of its own, though all come from one room, and made-up ones none", async () => {
    const { ask, until, names } = await serve({ ...SMALL, atOnce: 3, atOnceOfGroup: 3, waitingOfMember: 50 });
    const phones = ["first", "second"].map((key) => {
      const headers = new Headers();
      setSeatCookies(headers, key, null, 1);
      return `none; ${headers.getSetCookie()[0]?.split(";")[0]}`;
    });
    for (let number = 0; number < 20; number += 1) void ask(`made-up-${number}`, `none; workbook.seat=made-up-${number}.mark`).catch(() => undefined);
    await until(1);
    for (const [index, phone] of phones.entries()) for (const time of [1, 2]) void ask(`phone-${index}-${time}`, phone).catch(() => undefined);
    await until(3);
    expect(names.filter((name) => name.startsWith("made-up"))).toHaveLength(1);
    expect(names.slice(1).sort()).toEqual(["phone-0-1", "phone-1-1"]);
  });

  test("passes a place on that somebody keeps for long, as an open stream does", async () => {
    const { ask, until, names } = await serve();
    void ask("stream", casey).catch(() => undefined);
    void ask("page", casey).catch(() => undefined);
    await until(2);
    expect(names).toEqual(["stream", "page"]);
  });

  test("does not let a save wait for its writer's pages", async () => {
    const { ask, until, names } = await serve();
    void ask("page", casey).catch(() => undefined);
    await until(1);
    void ask("another page", casey).catch(() => undefined);
    void ask("save", casey, "/api/teams/t/tools/9/updates", "POST").catch(() => undefined);
    void ask("step", casey, "/api/teams/t/tools/9/presence", "POST").catch(() => undefined);
    await until(3);
    expect(new Set(names)).toEqual(new Set(["page", "save", "step"]));
  });

  test("lets one at a time of somebody's very many steps in, once they are a crowd, and files of the build as before", async () => {
    const { ask, until, finish, names } = await serve(ROOMY);
    const step = (number: number) => ask(`step-${number}`, casey, "/api/teams/t/tools/9/presence", "POST");
    const steps = Array.from({ length: 40 }, (_, number) => step(number).catch(() => undefined));
    await until(6);
    const save = ask("save", robin, "/api/teams/t/tools/9/updates", "POST");
    await until(7);
    expect(names[6]).toBe("save");
    // The six that came first are done with: while the save is under way nobody of the crowd follows them.
    for (const name of names.slice(0, 6)) finish(name);
    const file = ask("file", casey, "/_next/static/chunk.js");
    await until(8);
    expect(names[7]).toBe("file");
    finish("file");
    await file;
    finish("save");
    await save;
    await until(9);
    expect(names[8]).toMatch(/^step/);
    for (let done = 8; done < names.length; done += 1) {
      finish(names[done] as string);
      if (names.length < 42) await until(names.length + 1);
      expect(names.length - done).toBeLessThanOrEqual(2);
    }
    await Promise.all(steps);
  });

  test("keeps no place for a stream of news that has begun, however busy the process is", async () => {
    const { ask, until, names } = await serve({ ...ROOMY, atOnce: 1 });
    const busy = setInterval(() => {
      const until = performance.now() + 18;
      while (performance.now() < until);
    }, 20);
    try {
      const began = performance.now();
      void ask("news", casey).catch(() => undefined);
      await until(1);
      void ask("page", casey).catch(() => undefined);
      await until(2);
      expect(names).toEqual(["news", "page"]);
      expect(performance.now() - began).toBeLessThan(2_000);
    } finally {
      clearInterval(busy);
    }
  });

  test("answers health checks in any crowd", async () => {
    const { ask, until, names } = await serve({ ...SMALL, atOnce: 1, waiting: 0 });
    void ask("first", casey).catch(() => undefined);
    await until(1);
    expect((await ask("second", robin)).status).toBe(429);
    void ask("health", "", "/api/health").catch(() => undefined);
    await until(2);
    expect(names).toEqual(["first", "health"]);
  });

  test("counts one session's requests, whatever page they ask for, and leaves saves and fixed files to themselves", async () => {
    const rate: Rate = { name: "few pages", deed: "asked for very many pages", person: { limit: 60, minutes: 60 }, agency: null, counted: "instance" };
    const { ask } = await serve({ atOnce: 50, atOnceOfGroup: 50, atOnceOfMember: 50, waiting: 100, waitingOfGroup: 100, waitingOfMember: 100 }, rate);
    const sky = await encode({ token: { sid: "sky" }, secret: process.env.NEXTAUTH_SECRET as string });
    const flood = async (count: number, path?: string) => {
      const statuses: (number | undefined)[] = [];
      for (let sent = 0; sent < count; sent += 50) {
        const answers = await Promise.all(Array.from({ length: 50 }, () => ask("at-once", sky, path)));
        statuses.push(...answers.map(({ status }) => status));
      }
      return statuses;
    };
    expect(new Set(await flood(100, "/_next/static/chunk.js"))).toEqual(new Set([200]));
    expect((await flood(100)).filter((status) => status === 200)).toHaveLength(60);
    expect((await ask("at-once", sky, "/_next/static/chunk.js")).status).toBe(200);
    expect((await ask("at-once", robin)).status).toBe(200);
  });

  test("tells whoever was told to come in a moment the same again, and asks nobody for it", async () => {
    const { ask, names } = await serve(ROOMY);
    expect((await ask("told-2", casey)).text).toBe("as often as I say");
    for (let count = 0; count < 5; count += 1) {
      const { status, text } = await ask("told-2", casey);
      expect([status, JSON.parse(text).error]).toEqual([429, "too-many"]);
    }
    expect(names).toEqual(["told-2"]);
    expect((await ask("told-2", robin)).text).toBe("as often as I say");
    expect((await ask("told-2", casey, "/another-page")).text).toBe("as often as I say");
  });

  test("leaves longer waits to whoever has words for them", async () => {
    const { ask } = await serve(ROOMY);
    for (let count = 0; count < 2; count += 1) expect((await ask("told-3600", casey)).text).toBe("as often as I say");
  });

  test("lets a crowd's next request in when nothing of others is under way", async () => {
    const { ask, until, finish, names } = await serve({ ...ROOMY, atOnceOfMember: 1, waitingOfMember: 2, crowd: { waiting: 2, atOnce: 1, afterOthers: 100 } });
    const sent = new Map(["casey-1", "casey-2", "casey-3", "casey-4"].map((name) => [name, ask(name, casey)]));
    // One is refused when two wait.
    await Promise.any([...sent.values()].map((answer) => answer.then(({ status }) => (status === 429 ? status : Promise.reject(new Error("let in"))))));
    const other = ask("robin-1", robin);
    await until(2);
    const [first = ""] = names;
    finish(first);
    await sent.get(first);
    expect(names).toEqual([first, "robin-1"]);
    finish("robin-1");
    await other;
    await until(3);
    expect(names[2]).toMatch(/^casey/);
  });
});

describe("refusals", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test("go out a few at a time, in order, and all of them", () => {
    vi.useFakeTimers();
    const refusals = new Refusals();
    const answered: number[] = [];
    for (let number = 0; number < 100; number += 1) refusals.add("casey", () => answered.push(number));
    expect(answered).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(answered.length).toBeGreaterThan(10);
    expect(answered.length).toBeLessThan(30);
    vi.advanceTimersByTime(1_000);
    expect(answered).toEqual(Array.from({ length: 100 }, (_, number) => number));
    expect(vi.getTimerCount()).toBe(0);
  });

  test("of somebody with very many do not hold up another's", () => {
    vi.useFakeTimers();
    const refusals = new Refusals();
    const answered: string[] = [];
    for (let number = 0; number < 1_000; number += 1) refusals.add("casey", () => answered.push("casey"));
    refusals.add("robin", () => answered.push("robin"));
    vi.advanceTimersByTime(20);
    expect(answered).toContain("robin");
    vi.advanceTimersByTime(10_000);
    expect(answered).toHaveLength(1_001);
  });

  test("beyond those that are kept go out at once", () => {
    vi.useFakeTimers();
    const refusals = new Refusals();
    const answered: number[] = [];
    for (let number = 0; number < 2_001; number += 1) refusals.add("casey", () => answered.push(number));
    expect(answered).toEqual([2_000]);
  });
});
