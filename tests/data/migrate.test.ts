import { describe, expect, test } from "vitest";
import { applyMigrations } from "@/prisma/migrate";
import { query } from "@/tests/support/database";

const ownerUrl = process.env.DATABASE_OWNER_URL ?? "";

describe("migrations", () => {
  test("are applied once: a second run changes nothing", async () => {
    const before = await query(ownerUrl, "select migration_name, finished_at from _prisma_migrations order by 1");
    expect(await applyMigrations(ownerUrl)).toEqual([]);
    expect(await query(ownerUrl, "select migration_name, finished_at from _prisma_migrations order by 1")).toEqual(before);
    expect(before.length).toBeGreaterThan(1);
  });
});
