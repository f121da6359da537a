/** Respondents of a round that each group value of somebody who is quoted must have. */
export const FEWEST_IN_GROUP = 30;
