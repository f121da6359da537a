/** From a reading to a coding, by terms and models together. */

import { chooseLabels, SURE, topScore } from './choose.ts';
import type { CodeHit, Coding, Evidence, Status } from './coding.ts';
import { evidenceOf, tellingSpans, tidySpans, type Witness } from './evidence.ts';
import { layoutOf } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { EXCERPT_HANDICAP, UNKNOWN_SCORE } from './model.ts';
import { isHan, type Normalised } from './normalise.ts';
import type { Reading } from './reader.ts';
import { codeRules, statusRules } from './rules.ts';
import { createScorer, type Scorer } from './scorer.ts';
import { differentClauses, excerptsOf, statementsOf } from './statements.ts';
import { type AnswerKind, saysAllArePresent } from './status.ts';
import { type CodeModel, probability, type StatusModel } from './trained.ts';

/** How much an answer is like those without a problem, and the words that weigh most. */
export interface NoneWeighed {
  readonly score: number;
  readonly cutoff: number;
  readonly words: readonly Evidence[];
}

/** A code that was weighed: given, or not far from it. */
export interface Weighed {
  readonly code: string;
  readonly score: number;
  readonly cutoff: number;
}

export interface Judge {
  /** The codes of a reading and their words; the kind of the answer where there are none. */
  judge(reading: Reading, answer: string): Coding;
  /** All codes with a score of note for the reading last judged, the highest first. */
  weighed(): readonly Weighed[];
  /** How much the reading last judged is like an answer without a problem; null if no model can tell. */
  weighedNone(answer: string): NoneWeighed | null;
  /** The words that speak for a code in the reading last judged. */
  wordsFor(code: string, answer: string): readonly Evidence[];
}

/** An answer without codes, whichever way it was coded. */
interface NotCoded {
  readonly status: Status;
  readonly codes: readonly never[];
}

export const NOT_CODED: Readonly<Record<AnswerKind, NotCoded>> = {
  real: { status: 'uncoded', codes: [] },
  'no-problem': { status: 'no-problem', codes: [] },
  empty: { status: 'empty', codes: [] },
  skipped: { status: 'skipped', codes: [] },
};

/** The examples of the status model are Chinese: of other languages it knows nothing. */
function isChinese({ units, length }: Normalised): boolean {
  let han = 0;
  for (let at = 0; at < length; at++) if (isHan(units[at]!)) han += 1;
  return han * 4 >= length;
}

/**
 * An answer with codes states no problem only where that scores this much more than they do: to
 * take a complaint for contentment is the worse mistake.
 */
const CODES_FIRST = 0.2;

/** Labels of the status model. */
const [NONE, EMPTY] = [0, 1];

function witnessOf(scorer: Scorer, label: number): Witness {
  return {
    sumOf: (clause) => scorer.sumsOf(clause)[label]!,
    weightsIn: (clause) => scorer.weightsIn(clause, label),
  };
}

/** Scores this far below the cut-off are still of note. */
const OF_NOTE = 0.4;

/** A judge with working memory of its own. */
export function createJudge(lexicon: Lexicon, codes: CodeModel, status: StatusModel | null): Judge {
  const layout = layoutOf(lexicon);
  const rules = codeRules(lexicon);
  const scorer = createScorer(codes.model, 0);
  const statusScorer = status === null ? null : createScorer(status.model, 1);
  const isProblem = (label: number) => label < layout.problems.length;
  const curveOf = (label: number) => (isProblem(label) ? codes.curves.problem : codes.curves.leaf);
  const cutoffOf = (label: number) =>
    isProblem(label) ? codes.cutoffs.problem : codes.cutoffs.leaf;
  let reading: Reading | null = null;
  // Of the reading at hand; null as long as nobody asked for them.
  let scored: Float64Array | null = null;

  return {
    judge(current, answer) {
      reading = current;
      scored = null;
      // What the rules know for a non-answer or praise is one.
      if (current.kind !== 'real') return NOT_CODED[current.kind];
      let scores = scoresOf(current);
      let chosen = chooseLabels(scores, layout, codes.cutoffs);
      if (chosen.length === 0) {
        scores = raisedByExcerpts(current, scores);
        chosen = chooseLabels(scores, layout, codes.cutoffs);
      }
      const top = topScore(scores, layout);
      const none = top >= SURE ? null : kindByModel(current);
      if (none !== null && (chosen.length === 0 || none.score > top + CODES_FIRST))
        return NOT_CODED[none.kind];
      if (chosen.length === 0) return NOT_CODED.real;
      const hits = chosen
        .sort((a, b) => layout.codeOf[a]! - layout.codeOf[b]!)
        .map((label) => codeHit(label, answer));
      return { status: 'coded', codes: hits };
    },

    weighed() {
      const scores = scoresOf(reading!);
      return layout.labels
        .map((code, label) => ({
          code,
          score: scores[label]!,
          cutoff: cutoffOf(label),
        }))
        .filter(({ score, cutoff }) => score >= cutoff - OF_NOTE)
        .sort((a, b) => b.score - a.score);
    },

    weighedNone(answer) {
      const { clauses, pieces, normalised } = reading!;
      const found = noneScores(reading!);
      if (found === null) return null;
      const words = tellingSpans(clauses, pieces, witnessOf(statusScorer!, NONE), normalised).map(
        (span) => evidenceOf(span, normalised, answer),
      );
      return { score: found[NONE]!, cutoff: status!.none, words };
    },

    wordsFor: (code, answer) => wordsOf(layout.labels.indexOf(code), answer),
  };

  function scoresOf(current: Reading): Float64Array {
    if (scored !== null) return scored;
    const statements = statementsOf(current, rules);
    // One statement is the whole answer, and so are its rules.
    const [first] = statements;
    const whole = statements.length === 1 ? first!.rules : rules.rowsOf(current);
    scored = scorer.score(statements, whole);
    return scored;
  }

  /**
   * Scores of an answer without codes, raised to those of its clauses with terms: many words about
   * something else make each word count less, but take no problem back.
   */
  function raisedByExcerpts(current: Reading, whole: Float64Array): Float64Array {
    const excerpts = current.kept.length === 0 ? [] : excerptsOf(current, rules);
    if (excerpts.length === 0) return whole;
    const before = whole.slice();
    const alone = scorer.score(excerpts, rules.rowsOf(current));
    scored = before.map((score, label) => Math.max(score, alone[label]! - EXCERPT_HANDICAP));
    return scored;
  }

  function kindByModel(current: Reading): { kind: AnswerKind; score: number } | null {
    const scores = noneScores(current);
    if (scores === null || scores[NONE]! < status!.none) return null;
    const kind = scores[EMPTY]! >= status!.empty ? 'empty' : 'no-problem';
    const score = scores[NONE]!;
    return statesProblem(current) ? null : { kind, score };
  }

  /**
   * Whether an answer states a problem, however much of it sounds content: 以上都有, or where what
   * follows the last contrast speaks against it (什么都好，就是希望伙食再改善一下).
   */
  function statesProblem({ clauses, pieces, normalised }: Reading): boolean {
    if (saysAllArePresent(normalised, clauses)) return true;
    const turn = clauses.list.findLastIndex(({ kind }) => kind === 'contrast');
    if (turn < 1) return false;
    const rest = [{ clauses: pieces.slice(turn), rules: [] }];
    return statusScorer!.score(rest, [])[NONE]! < UNKNOWN_SCORE;
  }

  /** Scores of the status model, where there is one and it knows the language. */
  function noneScores(current: Reading): Float64Array | null {
    if (statusScorer === null || !isChinese(current.normalised)) return null;
    const whole = [{ clauses: differentClauses(current), rules: [] }];
    return statusScorer.score(whole, statusRules.rowsOf(current));
  }

  function codeHit(label: number, answer: string): CodeHit {
    return {
      code: layout.labels[label]!,
      confidence: probability(curveOf(label), scoresOf(reading!)[label]!),
      evidence: wordsOf(label, answer),
    };
  }

  /** Terms of the code (of a problem: of its family) where there are any, else what the model heeds. */
  function wordsOf(label: number, answer: string): readonly Evidence[] {
    const { kept, normalised, clauses, pieces } = reading!;
    const own = layout.codeOf[label]!;
    const isOwn = (code: number) =>
      isProblem(label) ? lexicon.problemOf[code] === own : code === own;
    const terms = kept.filter((hit) => isOwn(hit.code));
    const spans =
      terms.length > 0
        ? tidySpans(terms, clauses, normalised)
        : tellingSpans(clauses, pieces, witnessOf(scorer, label), normalised);
    if (spans.length > 0) return spans.map((span) => evidenceOf(span, normalised, answer));
    return [{ text: answer, start: 0, end: answer.length }];
  }
}
