/** Verdicts in words: one sentence each, in the context's language. */
import type { Panel } from '../chart/panels.ts';
import { withCapital } from './capital.ts';
import { type Context, say } from './context.ts';
import { folded } from './figure.ts';
import { type Content, type Html, html } from './html.ts';
import { alikeSentence, differsSentence, tooFewValuesSentence } from './sentences/groups.ts';
import { type About, lead, subject } from './sentences/parts.ts';
import {
  anyProblemSentence,
  noPairSentence,
  pairSentence,
  rankingSentence,
  tooFewSentence,
  uncodedSentence,
} from './sentences/problems.ts';
import {
  changedSentence,
  hiddenSentence,
  noEvidenceSentence,
  notAskedSentence,
  notComparableSentence,
  scaleSentence,
  trendSentence,
} from './sentences/rounds.ts';
import type { Verdict, VerdictKind } from './verdicts/verdict.ts';

/** The sentence that a verdict is, wherever the report tells it, with the name of its question. */
export function sentence(context: Context, verdict: Verdict): Html {
  const text = withoutName(context, verdict);
  // It names the question in its own words.
  if (verdict.kind === 'not-asked') return text;
  return say(context, 'sayAbout', { panel: lead(context, aboutOf(verdict)), text });
}

/** Where the taxonomy is what differs, or does not matter, it cannot name the question. */
function aboutOf(verdict: Verdict): About {
  const { question, taxonomy, kind } = verdict;
  const isOfQuestion = kind === 'not-comparable' || kind === 'uncoded';
  return { question, taxonomy: isOfQuestion ? '' : taxonomy };
}

/**
 * The sentence as it stands below the name of its question.
 *
 * Every share comes with its base, every difference with its interval in percentage points. Figures
 * are rounded here and nowhere before: no decimals below a base of 100, one from there on. What is
 * said of a direction is the verdict's; a sentence makes none out of figures.
 */
function withoutName(context: Context, verdict: Verdict): Html {
  switch (verdict.kind) {
    case 'ranking':
      return rankingSentence(context, verdict);
    case 'rose':
    case 'fell':
      return changedSentence(context, verdict);
    case 'no-evidence':
      return noEvidenceSentence(context, verdict);
    case 'trend-over-rounds':
      return trendSentence(context, verdict);
    case 'too-few':
      return tooFewSentence(context, verdict);
    case 'hidden':
      return hiddenSentence(context, verdict);
    case 'not-asked':
      return notAskedSentence(context, verdict);
    case 'not-comparable':
      return notComparableSentence(context, verdict);
    case 'differs-by-group':
      return differsSentence(context, verdict);
    case 'no-group-difference':
      return alikeSentence(context, verdict);
    case 'too-few-in-values':
      return tooFewValuesSentence(context, verdict);
    case 'pair':
      return pairSentence(context, verdict);
    case 'no-pair':
      return noPairSentence(context, verdict);
    case 'any-problem':
      return anyProblemSentence(context, verdict);
    case 'uncoded':
      return uncodedSentence(context, verdict);
    case 'scale-moved':
      return scaleSentence(context, verdict);
  }
}

/** The verdicts of some kinds about a panel, in their order. */
export function verdictsAbout(
  context: Context,
  panel: Panel,
  ...kinds: readonly VerdictKind[]
): readonly Verdict[] {
  return context.verdicts.filter(
    (one) =>
      one.question === panel.question.id &&
      one.taxonomy === panel.taxonomy.id &&
      kinds.includes(one.kind),
  );
}

/**
 * Sentences as a list; nothing where there are none. Several about one question name it once,
 * above. Behind what is borne out, a line opens what is not: it says what there is to read.
 */
export function sentenceList(context: Context, verdicts: readonly Verdict[]): Content {
  const [first] = verdicts;
  if (first === undefined) return null;
  const names = new Set(verdicts.map((one) => JSON.stringify(aboutOf(one))));
  const isShared = verdicts.length > 1 && names.size === 1;
  const told = isShared ? standingAlone : sentence;
  const items = (some: readonly Verdict[]) => html`<ul class="findings">${some.map(
    (one) => html`<li>${told(context, one)}</li>
`,
  )}</ul>
`;
  const name = isShared ? html`<p class="about">${subject(context, aboutOf(first))}</p>` : null;
  const open = verdicts.filter(isBorneOut);
  const others = verdicts.filter((one) => !isBorneOut(one));
  if (open.length === 0 || others.length === 0) return [name, items(verdicts)];
  const line = say(context, 'sayOthers', { n: others.length });
  return [name, items(open), folded(line, items(others))];
}

function standingAlone(context: Context, verdict: Verdict): Html {
  return withCapital(withoutName(context, verdict));
}

/** Whether a verdict says that something is so, and not that there is no evidence or no figure. */
function isBorneOut(verdict: Verdict): boolean {
  switch (verdict.kind) {
    case 'trend-over-rounds':
    case 'scale-moved':
      return verdict.direction !== 'no-evidence';
    case 'rose':
    case 'fell':
    case 'differs-by-group':
    case 'ranking':
    case 'pair':
    case 'any-problem':
    case 'uncoded':
      return true;
    default:
      return false;
  }
}
