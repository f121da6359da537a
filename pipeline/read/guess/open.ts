/** Open answers: which columns hold them, and by which built-in taxonomy they can be coded. */
import { type DraftNote, draftNote, type OpenTaxonomy } from '../../survey/draft.ts';
import { simplified } from '../cell.ts';
import { type ColumnProfile, distinctShare } from './profile.ts';

const HAN = /\p{Script=Han}/gu;
const LETTER = /\p{L}/gu;
const SENTENCE = /[,，。、；;！!？?]/;
/** So long is hardly a name. */
const LONG = 12;

/**
 * Whether cells are sentences: long, and few of them twice. Where many answer 无 or the same, more
 * of them must read as sentences do.
 */
export function isProse(profile: ColumnProfile): boolean {
  const texts = [...profile.values.keys()];
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  // A Chinese character says as much as a Latin word part.
  if (characters < (count(texts, HAN) > 0 ? 6 : 15) * texts.length) return false;
  const share = distinctShare(profile);
  if (share > 0.5) return true;
  const sentences = texts.filter((text) => SENTENCE.test(text) || text.length >= LONG).length;
  return texts.length > FEW && share > 0.2 && sentences > 0.5 * texts.length;
}

/** So many different cells may be units or options. */
const FEW = 30;

function count(texts: readonly string[], letters: RegExp): number {
  return texts.reduce((sum, text) => sum + (text.match(letters)?.length ?? 0), 0);
}

/** Share of letters that are Chinese below which answers are in another language. */
const CHINESE = 0.2;

const VILLAGE = /村|社区|街道|乡镇|网格/;
/** Villages and communities, and the organs of a state, as their people speak of them. */
const GRASSROOTS = /村|社区|街道|乡镇|镇上|网格|居民|群众|农民/;
const ORGAN = /机关|处室|科室|司局|部门|党组|公务员/;

/**
 * The built-in taxonomy that open answers call for; null where they are not Chinese, as the built-in
 * ones are. Without a sign of villages or communities it is that of organs.
 */
export function openTaxonomy(header: string, { values }: ColumnProfile): OpenTaxonomy | null {
  const texts = [...values.keys()];
  const letters = count(texts, LETTER);
  if (letters > 0 && count(texts, HAN) < CHINESE * letters) return null;
  const name = simplified(header);
  if (VILLAGE.test(name) !== ORGAN.test(name)) return VILLAGE.test(name) ? 'grassroots' : 'organ';
  const speaking = (of: RegExp) => texts.filter((text) => of.test(simplified(text))).length;
  const [villages, organs] = [speaking(GRASSROOTS), speaking(ORGAN)];
  return villages >= 0.05 * texts.length && villages > 2 * organs ? 'grassroots' : 'organ';
}

/** What is to be said of the taxonomy chosen. */
export function taxonomyNotes(taxonomy: OpenTaxonomy | null): readonly DraftNote[] {
  if (taxonomy === null) return [draftNote('note-no-taxonomy')];
  return taxonomy === 'grassroots' ? [draftNote('note-grassroots')] : [];
}
