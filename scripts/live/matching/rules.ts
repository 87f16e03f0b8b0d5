/** What the matching goes by: every distance, time and share in one place, with where it comes from. */

export interface MatchingRules {
  /** Metres, one standard deviation, of a position without an accuracy of its own; tuned on storms of other seeds than the judging ones. */
  readonly positionMetres: number;
  /** Degrees, one standard deviation, of a course over ground; above `movingSpeed` only, for a standing receiver has none. */
  readonly headingDegrees: number;
  /** Metres a second. */
  readonly movingSpeed: number;
  /** Streets further off than this, or than three standard deviations, are not considered. Metres. */
  readonly searchMetres: number;
  readonly candidateCount: number;
  /** Metres of difference between the way driven and the straight line: β of Newson and Krumm (2009), formula 5. */
  readonly betaMetres: number;
  /** A turn in the middle of a street or at a crossing counts as this much more way; at a dead end it is free. Metres. */
  readonly turnMetres: number;
  /** How far behind the last position the next may seem to be, on the same street. Metres. */
  readonly slackMetres: number;
  /** Fixes further apart are not joined: Newson and Krumm (2009), section 4.2. Seconds. */
  readonly breakSeconds: number;
  /** Fixes that follow before one is decided. */
  readonly lagCount: number;
  /** Anything that seems faster is an error of the receiver. Metres a second. */
  readonly fastestSpeed: number;
  /** Positions less sure than this are not used. Metres. */
  readonly worstAccuracy: number;
  /** A vehicle that stays this near to where it was is standing. Metres. */
  readonly standingMetres: number;
  /** A sensor that says "down" is outvoted by the fixes before and after, where both are this near. Seconds. */
  readonly smoothSeconds: number;
  /** Between fixes further apart than this, what a tool did is known only if both say the same. Seconds. */
  readonly joinSeconds: number;
  /** Of a segment's length that must be driven, and of that with the tool at work. 0–1. */
  readonly coveredShare: number;
  readonly workingShare: number;
  /** Of what was driven, with the tool seen at work: where a fix each half minute says too little, nothing is said. 0–1. */
  readonly seenShare: number;
  /** Of one vehicle on one segment: what is further apart is another pass. Seconds. */
  readonly passGapSeconds: number;
  /** Roads side by side this near are easily taken for each other. Metres. */
  readonly parallelMetres: number;
  /** A place so little likelier than one on another street counts for nothing. Natural logarithm of the odds. */
  readonly leastMargin: number;
  readonly leastMarginParallel: number;
  /** After so long without a word the way is joined, but what was done on it is not known. Seconds. */
  readonly unseenSeconds: number;
  /** Fixes are taken in the order of their times once this has gone by. Seconds. */
  readonly reorderSeconds: number;
}

export const matchingRules: MatchingRules = {
  positionMetres: 8,
  headingDegrees: 25,
  movingSpeed: 2,
  searchMetres: 40,
  candidateCount: 10,
  betaMetres: 15,
  turnMetres: 60,
  slackMetres: 20,
  breakSeconds: 180,
  lagCount: 2,
  fastestSpeed: 36,
  worstAccuracy: 50,
  standingMetres: 20,
  smoothSeconds: 20,
  joinSeconds: 20,
  coveredShare: 0.6,
  workingShare: 0.6,
  seenShare: 0.3,
  passGapSeconds: 900,
  parallelMetres: 30,
  leastMargin: 0.7,
  leastMarginParallel: 4,
  unseenSeconds: 75,
  reorderSeconds: 45,
};
