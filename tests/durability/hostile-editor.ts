import { decodeUpdate } from "yjs";
import { SEQ_HEADER } from "@/lib/sync/protocol";
import { USER_HEADER } from "@/lib/platform/http/user-header";
import { toolItems } from "@/lib/domain/tool/items";
import { getTool, type ToolNumber } from "@/tests/support/tools";

import * as hostile from "@/tests/support/hostile-updates";
import type { TestPerson, TestTeam } from "@/tests/support/e2e-database";
import type { Killable } from "./killable";
import type { Random } from "./random-edits";

/** The colleagues' own goes through a network that fails them on purpose. */
const askDirectly = globalThis.fetch;

/** What became of a hostile editor's requests, by status. */
export interface HostileFigures {
  readonly sent: number;
  /** Those that stored anything, or failed the server. */
  readonly taken: number;
}

/** A member of the team who wants to use up colleagues' numbers, and to fill, spoil and slow their documents. */
export class HostileEditor {
  readonly #killable: Killable;
  readonly #team: TestTeam;
  readonly #person: TestPerson;
  readonly #random: Random;
  #sent = 0;
  #taken = 0;

  constructor(killable: Killable, team: TestTeam, person: TestPerson, random: Random) {
    this.#killable = killable;
    this.#team = team;
    this.#person = person;
    this.#random = random;
  }

  get figures(): HostileFigures {
    return { sent: this.#sent, taken: this.#taken };
  }

  /** Sends one hostile update to one of the tools. */
  async strike(toolNumber: ToolNumber): Promise<void> {
    const update = await this.#make(toolNumber);
    const { name, value } = this.#person.cookie;
    const response = await askDirectly(`${this.#killable.url}/api/teams/${this.#team.teamId}/tools/${toolNumber}/updates`, {
      method: "POST",
      headers: {
        "content-type": "application/octet-stream",
        Origin: this.#killable.url,
        Cookie: `${name}=${value}`,
        [USER_HEADER]: this.#person.userId,
      },
      body: update as Uint8Array<ArrayBuffer>,
    });
    this.#sent++;
    // Number 0: the colleague has used these numbers meanwhile, and nothing was stored.
    const isNothing = response.status === 204 && response.headers.get(SEQ_HEADER) === "0";
    if (!isNothing && (response.status < 400 || response.status >= 500)) this.#taken++;
  }

  async #make(toolNumber: ToolNumber): Promise<Uint8Array> {
    const items = toolItems(getTool(toolNumber));
    const text = items.find(({ kind }) => kind === "text")?.id ?? "";
    const value = items.find(({ kind }) => kind === "rating" || kind === "status")?.id;
    const table = items.find(({ kind }) => kind === "table")?.id;
    const stolen = await this.#findWriter(toolNumber);
    return this.#random.pick([
      ...(stolen ? [() => hostile.usedUp(stolen.writer, stolen.next, 40), () => hostile.usedUp(stolen.writer, stolen.next, 40, text)] : []),
      () => hostile.gapsOfMadeUpWriters(1 + this.#random.below(200), { firstWriter: 1 + this.#random.below(2 ** 31) }),
      () => hostile.lettersIntoARun(text, 3 + this.#random.below(50)),
      () => hostile.lettersAtOnePlace(text, 2 + this.#random.below(50), { writer: 1 + this.#random.below(2 ** 31) }),
      ...(value ? [() => hostile.valueOverAndOver(value, 2 + this.#random.below(50))] : []),
      ...(table ? [() => hostile.nestedTypes(table, 3 + this.#random.below(20))] : []),
      () => hostile.textBesideTheItems("values"),
      () => hostile.deletionsOfNothing(1 + this.#random.below(50)),
    ])();
  }

  /** A colleague's writer, and the number their next change will have. */
  async #findWriter(toolNumber: ToolNumber): Promise<{ writer: number; next: number } | null> {
    const [row] = await this.#killable.query<{ update: Buffer }>(
      `select u.update from response_update u join response r on r.agency_id = u.agency_id and r.id = u.response_id
        where r.team_id = $1 and r.tool_id = 'tool-' || $2::int and u.user_id <> $3 order by u.seq desc limit 1`,
      [this.#team.teamId, toolNumber, this.#person.userId],
    );
    const last = row && decodeUpdate(new Uint8Array(row.update)).structs.at(-1);
    return last ? { writer: last.id.client, next: last.id.clock + last.length } : null;
  }
}
