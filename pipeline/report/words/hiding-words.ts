/** Keys of the words about what is hidden; each language has them all. */
export type HidingWords = Readonly<
  Record<
    | 'methodHiding'
    | 'methodHidingText'
    | 'hidingMore'
    | 'hidingSmall'
    | 'hidingFurther'
    | 'hidingEarlier'
    | 'hidingLooks'
    | 'hidingZeros'
    | 'hidingUse'
    | 'hidingWeights'
    | 'hidingCoarse'
    | 'hidingPersonal'
    | 'hidingAudit'
    | 'hidingLimits'
    | 'hidingCounts'
    | 'hidingTable'
    | 'colTable'
    | 'colLines'
    | 'colHiddenLines'
    | 'colHiddenShare',
    string
  >
>;
