import { describe, expect, test } from "vitest";
import { FairQueue } from "@/lib/platform/turns/fair-queue";

/** Work that ends when told to, and who began in which order. */
function workshop(queue: FairQueue) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    ask(name: string, group = name[0] as string, member = group, options = {}) {
      const work = () =>
        new Promise<void>((resolve) => {
          begun.push(name);
          ends.set(name, resolve);
        });
      return queue.run({ group, member }, work, options);
    },
    async end(name: string) {
      await hop();
      ends.get(name)?.();
      await hop();
    },
  };
}

/** Whoever is next begins a few promises later. */
async function hop() {
  for (let hops = 0; hops < 10; hops += 1) await Promise.resolve();
}

describe("a line with turns", () => {
  test("goes to a group that has nothing under way before a second piece of work for anybody", async () => {
    const { ask, end, begun } = workshop(new FairQueue({ atOnce: 1 }));
    for (const name of ["a1", "a2", "a3", "a4"]) void ask(name);
    void ask("b1");
    void ask("c1");
    for (const name of ["a1", "b1", "c1", "a2", "a3"]) await end(name);
    expect(begun).toEqual(["a1", "b1", "c1", "a2", "a3", "a4"]);
  });

  test("that has several places gives one to each group first", async () => {
    const { ask, end, begun } = workshop(new FairQueue({ atOnce: 2 }));
    for (const name of ["a1", "a2", "a3", "a4"]) void ask(name);
    void ask("b1");
    await end("a1");
    // "a" still has one under way, "b" none.
    expect(begun).toEqual(["a1", "a2", "b1"]);
  });

  test("goes round the people of a group", async () => {
    const { ask, end, begun } = workshop(new FairQueue({ atOnce: 1 }));
    void ask("a1", "a", "casey");
    void ask("a2", "a", "casey");
    void ask("a3", "a", "casey");
    void ask("a4", "a", "robin");
    for (const name of ["a1", "a4", "a2"]) await end(name);
    expect(begun).toEqual(["a1", "a4", "a2", "a3"]);
  });

  test("keeps places free for others", async () => {
    const { ask, end, begun } = workshop(new FairQueue({ atOnce: 3, atOnceOfGroup: 2 }));
    for (const name of ["a1", "a2", "a3"]) void ask(name);
    await hop();
    expect(begun).toEqual(["a1", "a2"]);
    void ask("b1");
    await hop();
    expect(begun).toEqual(["a1", "a2", "b1"]);
    await end("b1");
    expect(begun).toHaveLength(3);
    await end("a1");
    expect(begun.at(-1)).toBe("a3");
  });

  test("makes a crowd of whoever has very many waiting: one at a time, until none of theirs waits", async () => {
    const { ask, end, begun } = workshop(new FairQueue({ atOnce: 10, atOnceOfMember: 3, crowd: { waiting: 3, atOnce: 1, afterOthers: 5 } }));
    const names = ["a1", "a2", "a3", "a4", "a5", "a6"];
    for (const name of names) void ask(name);
    await hop();
    for (const name of ["a1", "a2"]) await end(name);
    // Three wait, and one is under way.
    expect(begun).toEqual(names.slice(0, 3));
    await end("a3");
    await end("a4");
    // Only two waited by then; they still come one at a time.
    expect(begun).toEqual(names.slice(0, 5));
    await end("a5");
    expect(begun).toEqual(names);
    for (const name of ["a7", "a8"]) void ask(name);
    await hop();
    expect(begun).toEqual([...names, "a7", "a8"]);
  });

  test("gives a crowd its turn when nothing of others is under way, and never beside another crowd", async () => {
    const { ask, end, begun } = workshop(new FairQueue({ atOnce: 10, atOnceOfMember: 1, crowd: { waiting: 2, atOnce: 1, afterOthers: 5 } }));
    for (const name of ["a1", "a2", "a3", "b1", "b2", "b3", "c1"]) void ask(name);
    await end("a1");
    expect(begun).toEqual(["a1", "b1", "c1"]);
    await end("c1");
    // b's first is one of the crowd's own by now.
    expect(begun).toEqual(["a1", "b1", "c1"]);
    await end("b1");
    expect(begun).toEqual(["a1", "b1", "c1", "a2"]);
    await end("a2");
    expect(begun.at(-1)).toBe("b2");
  });

  test("gives a crowd a turn after so many of others, who never leave it a moment", async () => {
    const { ask, end, begun } = workshop(new FairQueue({ atOnce: 10, atOnceOfMember: 1, crowd: { waiting: 2, atOnce: 1, afterOthers: 4 } }));
    for (const name of ["b1", "a1", "a2", "a3"]) void ask(name);
    await end("a1");
    void ask("c1");
    await end("b1");
    expect(begun).toEqual(["b1", "a1", "c1"]);
    void ask("d1");
    await end("c1");
    expect(begun).toEqual(["b1", "a1", "c1", "d1", "a2"]);
  });

  test("refuses whoever waits too often already, and lets others wait", async () => {
    const { ask, end, begun } = workshop(new FairQueue({ atOnce: 1, waiting: 3, waitingOfMember: 1 }));
    void ask("a1");
    void ask("a2");
    await expect(ask("a3")).rejects.toMatchObject({ name: "LineFullError" });
    void ask("b1");
    void ask("c1");
    await expect(ask("d1")).rejects.toMatchObject({ name: "LineFullError" });
    void ask("d2", "d", "d", { isPatient: true });
    for (const name of ["a1", "b1", "c1", "d2"]) await end(name);
    expect(begun).toEqual(["a1", "b1", "c1", "d2", "a2"]);
  });

  test("gives a turn without a promise only where nobody need wait for it, and remembers nobody who went away", async () => {
    const queue = new FairQueue({ atOnce: 2, atOnceOfGroup: 1 });
    const turn = (name: string) => ({ group: name, member: name });
    const leave = queue.tryEnter(turn("a"));
    expect(leave).not.toBeNull();
    expect(queue.tryEnter(turn("a"))).toBeNull();
    let isIn = false;
    const waiting = queue.enter(turn("a")).then((end) => {
      isIn = true;
      return end;
    });
    leave?.();
    leave?.();
    // It was handed on to whoever waited, once.
    expect(queue.tryEnter(turn("a"))).toBeNull();
    const others = queue.tryEnter(turn("b"));
    expect(queue.tryEnter(turn("c"))).toBeNull();
    (await waiting)();
    others?.();
    expect(isIn).toBe(true);
    for (const name of ["c", "a"]) expect(queue.tryEnter(turn(name))).not.toBeNull();
  });

  test("goes on after work that failed", async () => {
    const queue = new FairQueue({ atOnce: 1 });
    await expect(queue.run({ group: "a", member: "a" }, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await expect(queue.run({ group: "a", member: "a" }, async () => "free again")).resolves.toBe("free again");
  });
});
