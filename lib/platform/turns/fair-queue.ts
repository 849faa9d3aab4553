import { BUSY_DIGEST } from "./busy";

/** Whose work it is. */
export interface Turn {
  /** Those who share what is given out: an agency; for the server, an address. */
  readonly group: string;
  /** One of them: a person, a session. */
  readonly member: string;
}

export interface Limits {
  /** How many may run at once. */
  readonly atOnce: number;
  /** … of one group, so that something is always left for others. */
  readonly atOnceOfGroup?: number;
  readonly atOnceOfMember?: number;
  /** For a member of whom very many wait: they have come for more than their share. */
  readonly crowd?: Crowd;
  /** How many may wait. */
  readonly waiting?: number;
  readonly waitingOfGroup?: number;
  readonly waitingOfMember?: number;
}

/**
 * Somebody of whom so many wait is a crowd, until none of theirs waits any more. A crowd takes what others leave: its next
 * turn comes when nothing of anybody else's is under way, or when others have had so many turns since its last one.
 */
interface Crowd {
  readonly waiting: number;
  /** How many turns of crowds, all of them together, may run at once. */
  readonly atOnce: number;
  readonly afterOthers: number;
}

interface EnterOptions {
  /** Waits however long the line is. */
  readonly isPatient?: boolean;
}

interface Member {
  running: number;
  /** The number of its last turn. */
  servedAt: number;
  isCrowd: boolean;
  readonly waiters: (() => void)[];
}

interface Group {
  running: number;
  waiting: number;
  servedAt: number;
  readonly members: Map<string, Member>;
}

/** The line is full for this group or person. */
export class LineFullError extends Error {
  override readonly name = "LineFullError";
  /** By which a page's error boundary knows it (app/error.tsx). */
  readonly digest = BUSY_DIGEST;
}

/** One for all: making it, with its stack, takes longer than all else that a refusal takes, and a flood is refused often. */
const LINE_FULL = new LineFullError("Too many wait already.");

/**
 * Lets a few pieces of work run at once. When one ends, the turn goes to the group that has the fewest running, so that
 * every group has one under way before any has a second; of equals, and within a group, in turn. However much one group
 * or person asks for, whoever comes next waits for one piece of work, not for all of theirs.
 */
export class FairQueue {
  readonly #limits: Limits;
  #running = 0;
  #waiting = 0;
  #turns = 0;
  /** Of those running, those of crowds. */
  #ofCrowds = 0;
  /** Turns of others since a crowd had one. */
  #turnsOfOthers = 0;
  /** Those with something under way or waiting. */
  readonly #groups = new Map<string, Group>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Runs the work when its turn comes. @throws LineFullError when too many wait already. */
  async run<T>(turn: Turn, work: () => Promise<T>, options: EnterOptions = {}): Promise<T> {
    // What need not wait costs no turn of the event loop either: a save stands in four lines.
    const leave = this.tryEnter(turn) ?? (await this.enter(turn, options));
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /** The turn, when it has come already: what ends it, as `enter` gives; else null. */
  tryEnter(turn: Turn): (() => void) | null {
    const { group, member } = this.#find(turn);
    if (!this.#isFree(group, member)) {
      this.#forgetIdle(turn);
      return null;
    }
    this.#begin(group, member);
    return this.#leaving(turn, group, member);
  }

  /** Waits for a turn. @returns what ends it; only the first call does anything. @throws LineFullError */
  async enter(turn: Turn, { isPatient = false }: EnterOptions = {}): Promise<() => void> {
    const { group, member } = this.#find(turn);
    if (this.#isFree(group, member)) this.#begin(group, member);
    else {
      if (!isPatient && this.#isFull(group, member)) {
        this.#forgetIdle(turn);
        throw LINE_FULL;
      }
      await new Promise<void>((resolve) => {
        member.waiters.push(resolve);
        group.waiting += 1;
        this.#waiting += 1;
        if (member.waiters.length >= (this.#limits.crowd?.waiting ?? Infinity)) this.#setCrowd(member, true);
      });
    }
    return this.#leaving(turn, group, member);
  }

  #leaving(turn: Turn, group: Group, member: Member): () => void {
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#end(turn, group, member);
    };
  }

  #find({ group: groupKey, member: memberKey }: Turn): { group: Group; member: Member } {
    const group = this.#groups.get(groupKey) ?? { running: 0, waiting: 0, servedAt: 0, members: new Map<string, Member>() };
    this.#groups.set(groupKey, group);
    const member = group.members.get(memberKey) ?? { running: 0, servedAt: 0, isCrowd: false, waiters: [] };
    group.members.set(memberKey, member);
    return { group, member };
  }

  #isFree(group: Group, member: Member): boolean {
    const { atOnce, atOnceOfGroup = atOnce, atOnceOfMember = atOnce, crowd } = this.#limits;
    if (this.#running >= atOnce || group.running >= atOnceOfGroup || member.running >= atOnceOfMember) return false;
    if (!crowd || !member.isCrowd) return true;
    const isLeft = this.#running === this.#ofCrowds || this.#turnsOfOthers >= crowd.afterOthers;
    return isLeft && this.#ofCrowds < crowd.atOnce;
  }

  #setCrowd(member: Member, isCrowd: boolean): void {
    if (member.isCrowd === isCrowd) return;
    member.isCrowd = isCrowd;
    this.#ofCrowds += isCrowd ? member.running : -member.running;
  }

  #isFull(group: Group, member: Member): boolean {
    const { waiting = Infinity, waitingOfGroup = waiting, waitingOfMember = waiting } = this.#limits;
    return this.#waiting >= waiting || group.waiting >= waitingOfGroup || member.waiters.length >= waitingOfMember;
  }

  #begin(group: Group, member: Member): void {
    this.#running += 1;
    group.running += 1;
    member.running += 1;
    if (member.isCrowd) this.#ofCrowds += 1;
    this.#turnsOfOthers = member.isCrowd ? 0 : this.#turnsOfOthers + 1;
    this.#turns += 1;
    group.servedAt = this.#turns;
    member.servedAt = this.#turns;
  }

  #end(turn: Turn, group: Group, member: Member): void {
    this.#running -= 1;
    group.running -= 1;
    member.running -= 1;
    if (member.isCrowd) this.#ofCrowds -= 1;
    this.#forgetIdle(turn);
    while (this.#startNext());
  }

  /** @returns whether somebody's turn began. A turn is handed on at once, so that nobody can slip in between. */
  #startNext(): boolean {
    if (this.#waiting === 0 || this.#running >= this.#limits.atOnce) return false;
    let best: { group: Group; member: Member } | null = null;
    for (const group of this.#groups.values()) {
      if (group.waiting === 0 || (best && !goesBefore(group, best.group))) continue;
      const member = this.#nextOf(group);
      if (member) best = { group, member };
    }
    if (!best) return false;
    const { group, member } = best;
    const start = member.waiters.shift();
    group.waiting -= 1;
    this.#waiting -= 1;
    this.#begin(group, member);
    if (member.waiters.length === 0) this.#setCrowd(member, false);
    start?.();
    return true;
  }

  /** Whose turn it is. */
  #nextOf(group: Group): Member | null {
    let best: Member | null = null;
    for (const member of group.members.values()) {
      if (member.waiters.length === 0 || (best && !goesBefore(member, best))) continue;
      if (this.#isFree(group, member)) best = member;
    }
    return best;
  }

  #forgetIdle({ group: groupKey, member: memberKey }: Turn): void {
    const group = this.#groups.get(groupKey);
    const member = group?.members.get(memberKey);
    if (!group || !member) return;
    if (member.running === 0 && member.waiters.length === 0) group.members.delete(memberKey);
    if (group.members.size === 0) this.#groups.delete(groupKey);
  }
}

type Served = Pick<Member, "running" | "servedAt">;

/** Whether one has less under way than the other, or as much and waits for longer. */
function goesBefore(one: Served, other: Served): boolean {
  return one.running === other.running ? one.servedAt < other.servedAt : one.running < other.running;
}
