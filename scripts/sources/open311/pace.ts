/** Keeps requests apart, so that a server that asks for one a second gets no more. */

export interface PaceEffects {
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

/** Each call is over when its turn has come; a slow answer counts as waiting. */
export function paced(perSecond: number, { now, wait }: PaceEffects): () => Promise<void> {
  let next = 0;
  return async () => {
    const present = now().getTime();
    const turn = Math.max(present, next);
    next = turn + 1000 / perSecond;
    if (turn > present) await wait(turn - present);
  };
}
