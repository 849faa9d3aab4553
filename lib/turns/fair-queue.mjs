// Plain JavaScript, because the server around Next (scripts/lib) uses it too, which runs without a compiler.

/**
 * @typedef {object} Turn Whose work it is.
 * @property {string} group Those who share what is given out: an agency; for the server, an address.
 * @property {string} member One of them: a person, a session.
 */

/**
 * @typedef {object} Limits
 * @property {number} atOnce How many may run at once.
 * @property {number} [atOnceOfGroup] … of one group, so that something is always left for others.
 * @property {number} [atOnceOfMember] … of one member.
 * @property {number} [waiting] How many may wait.
 * @property {number} [waitingOfGroup] … of one group.
 * @property {number} [waitingOfMember] … of one member.
 */

/**
 * @typedef {object} Group
 * @property {number} running
 * @property {number} waiting
 * @property {number} servedAt The number of its last turn.
 * @property {Map<string, Member>} members
 */

/**
 * @typedef {object} Member
 * @property {number} running
 * @property {number} servedAt
 * @property {(() => void)[]} waiters
 */

/** The line is full for this group or person. */
export class LineFullError extends Error {
  name = "LineFullError";
}

/**
 * Lets a few pieces of work run at once. When one ends, the turn goes to the group that has the fewest running, so that
 * every group has one under way before any has a second; of equals, and within a group, in turn. However much one group
 * or person asks for, whoever comes next waits for one piece of work, not for all of theirs.
 */
export class FairQueue {
  /** @type {Limits} */
  #limits;
  #running = 0;
  #waiting = 0;
  #turns = 0;
  /** @type {Map<string, Group>} Those with something under way or waiting. */
  #groups = new Map();

  /** @param {Limits} limits */
  constructor(limits) {
    this.#limits = limits;
  }

  /**
   * Runs the work when its turn comes.
   * @template T
   * @param {Turn} turn
   * @param {() => Promise<T>} work
   * @param {{ readonly isPatient?: boolean }} [options] `isPatient` waits however long the line is.
   * @returns {Promise<T>}
   * @throws {LineFullError} when too many wait already.
   */
  async run(turn, work, options = {}) {
    const leave = await this.enter(turn, options);
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /**
   * Waits for a turn.
   * @param {Turn} turn
   * @param {{ readonly isPatient?: boolean }} [options]
   * @returns {Promise<() => void>} ends the turn; only the first call does anything.
   * @throws {LineFullError}
   */
  async enter(turn, { isPatient = false } = {}) {
    const { group, member } = this.#find(turn);
    if (this.#isFree(group, member)) this.#begin(group, member);
    else {
      if (!isPatient && this.#isFull(group, member)) {
        this.#forgetIdle(turn);
        throw new LineFullError("Too many wait already.");
      }
      await /** @type {Promise<void>} */ (
        new Promise((resolve) => {
          member.waiters.push(resolve);
          group.waiting += 1;
          this.#waiting += 1;
        })
      );
    }
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#end(turn, group, member);
    };
  }

  /** @param {Turn} turn */
  #find({ group: groupKey, member: memberKey }) {
    let group = this.#groups.get(groupKey);
    if (!group) this.#groups.set(groupKey, (group = { running: 0, waiting: 0, servedAt: 0, members: new Map() }));
    let member = group.members.get(memberKey);
    if (!member) group.members.set(memberKey, (member = { running: 0, servedAt: 0, waiters: [] }));
    return { group, member };
  }

  /**
   * @param {Group} group
   * @param {Member} member
   */
  #isFree(group, member) {
    const { atOnce, atOnceOfGroup = atOnce, atOnceOfMember = atOnce } = this.#limits;
    return this.#running < atOnce && group.running < atOnceOfGroup && member.running < atOnceOfMember;
  }

  /**
   * @param {Group} group
   * @param {Member} member
   */
  #isFull(group, member) {
    const { waiting = Infinity, waitingOfGroup = waiting, waitingOfMember = waiting } = this.#limits;
    return this.#waiting >= waiting || group.waiting >= waitingOfGroup || member.waiters.length >= waitingOfMember;
  }

  /**
   * @param {Group} group
   * @param {Member} member
   */
  #begin(group, member) {
    this.#running += 1;
    group.running += 1;
    member.running += 1;
    this.#turns += 1;
    group.servedAt = this.#turns;
    member.servedAt = this.#turns;
  }

  /**
   * @param {Turn} turn
   * @param {Group} group
   * @param {Member} member
   */
  #end(turn, group, member) {
    this.#running -= 1;
    group.running -= 1;
    member.running -= 1;
    this.#forgetIdle(turn);
    while (this.#startNext());
  }

  /** @returns {boolean} whether somebody's turn began. A turn is handed on at once, so that nobody can slip in between. */
  #startNext() {
    if (this.#waiting === 0 || this.#running >= this.#limits.atOnce) return false;
    /** @type {{ group: Group, member: Member } | null} */
    let best = null;
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
    start?.();
    return true;
  }

  /**
   * @param {Group} group
   * @returns {Member | null} whose turn it is.
   */
  #nextOf(group) {
    /** @type {Member | null} */
    let best = null;
    for (const member of group.members.values()) {
      if (member.waiters.length === 0 || (best && !goesBefore(member, best))) continue;
      if (this.#isFree(group, member)) best = member;
    }
    return best;
  }

  /** @param {Turn} turn */
  #forgetIdle({ group: groupKey, member: memberKey }) {
    const group = this.#groups.get(groupKey);
    const member = group?.members.get(memberKey);
    if (!group || !member) return;
    if (member.running === 0 && member.waiters.length === 0) group.members.delete(memberKey);
    if (group.members.size === 0) this.#groups.delete(groupKey);
  }
}

/**
 * @param {{ running: number, servedAt: number }} one
 * @param {{ running: number, servedAt: number }} other
 * @returns {boolean} whether one has less under way than the other, or as much and waits for longer.
 */
function goesBefore(one, other) {
  return one.running === other.running ? one.servedAt < other.servedAt : one.running < other.running;
}
