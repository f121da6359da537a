/** Keys of the words about response, panels and sensitivity; each language has them all. */
export type EstimateWords = Readonly<
  Record<
    | 'response'
    | 'responseIntro'
    | 'responseAbove'
    | 'responseNone'
    | 'responseLeftOut'
    | 'responseUnknown'
    | 'roundRate'
    | 'methodMissed'
    | 'methodUnplaced'
    | 'methodUnplacedSome'
    | 'colPopulation'
    | 'colRespondents'
    | 'colRate'
    | 'everybody'
    | 'panelIntro'
    | 'panelTitle'
    | 'colPairs'
    | 'sensitivity'
    | 'sensitivityIntro'
    | 'sensitivityNone'
    | 'variantMain'
    | 'variantUnflagged'
    | 'variantTerms'
    | 'methodComputed'
    | 'methodEffect'
    | 'methodRake'
    | 'methodPostStratify'
    | 'designStratum'
    | 'designCluster'
    | 'designFpc'
    | 'methodDesign'
    | 'methodOtherBases',
    string
  >
>;
