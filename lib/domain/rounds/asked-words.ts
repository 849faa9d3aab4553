/** Whom a round or a vote asks, as everyone is told before they answer. */
export interface Asked {
  readonly people: number;
  /** Those of them without an account here: nobody but who asked them knows whether they are people. */
  readonly guests: number;
}

/** "5 people are asked; 2 of them have no account here." Three dots are shown from three answers on, so who is asked matters to whoever answers. */
export function describeAsked({ people, guests }: Asked): string {
  const asked = people === 1 ? "1 person is asked" : `${people} people are asked`;
  if (guests === 0) return `${asked}; ${people === 1 ? "they have" : "all of them have"} an account here.`;
  if (guests === people) return `${asked}; ${people === 1 ? "they have no account" : "none of them has an account"} here.`;
  return `${asked}; ${guests} of them ${guests === 1 ? "has" : "have"} no account here.`;
}
