/** Counts the answers to a closed question. */
import type { Answer } from '../read/respondent.ts';
import type { ClosedQuestion } from '../survey/survey.ts';
import type { Amount } from './count-plan.ts';
import { ANSWERED, MISSING, optionItem, SKIPPED, X, XX } from './items.ts';
import type { Profiles } from './profiles.ts';
import { increment } from './tally.ts';

/** Counts the answers to one closed question; the same items are looked up once. */
export class ClosedCounter {
  readonly #q: number;
  readonly #profiles: Profiles;
  /** Items of each point of a scale, and of each option. */
  readonly #ofPoint = new Map<number, readonly number[]>();
  readonly #ofOption = new Map<string, number>();
  readonly #answered: readonly number[];
  readonly #missing: readonly number[];
  readonly #skipped: readonly number[];
  /** Of a number. */
  readonly #x: readonly number[];
  readonly #xx: readonly number[];
  /** Items of the answer at hand. */
  readonly #chosen: number[] = [];

  /** @param q number of the question */
  constructor(q: number, profiles: Profiles) {
    this.#q = q;
    this.#profiles = profiles;
    [this.#answered, this.#missing, this.#skipped, this.#x, this.#xx] = [
      [this.#item(ANSWERED)],
      [this.#item(MISSING)],
      [this.#item(SKIPPED)],
      [this.#item(X)],
      [this.#item(XX)],
    ];
  }

  /** Counts one answer. @param weight of the respondent, as read */
  count(question: ClosedQuestion, answer: Answer, weight: number, { own, profile }: Amount): void {
    const profiles = this.#profiles;
    switch (answer.kind) {
      case 'skipped':
        profiles.add(profile, this.#skipped, own);
        break;
      case 'missing':
      case 'text':
        profiles.add(profile, this.#missing, own);
        break;
      case 'options':
        profiles.add(profile, this.#options(answer.options), own);
        break;
      case 'number':
        if (question.type === 'scale') profiles.add(profile, this.#point(answer.value), own);
        else {
          const { value } = answer;
          profiles.add(profile, this.#answered, own);
          profiles.add(profile, this.#x, increment(weight, value));
          profiles.add(profile, this.#xx, increment(weight, value ** 2));
        }
    }
  }

  #item(name: string): number {
    return this.#profiles.item(this.#q, name, 'everywhere');
  }

  /** Answered, and each option once. The list holds until the next answer. */
  #options(options: readonly string[]): readonly number[] {
    const items = this.#chosen;
    items.length = 0;
    items.push(this.#answered[0]!);
    for (const option of options) {
      const item = this.#option(option);
      if (!items.includes(item)) items.push(item);
    }
    return items;
  }

  #option(option: string): number {
    let known = this.#ofOption.get(option);
    if (known === undefined) {
      known = this.#item(optionItem(option));
      this.#ofOption.set(option, known);
    }
    return known;
  }

  #point(value: number): readonly number[] {
    let known = this.#ofPoint.get(value);
    if (known === undefined) {
      known = [this.#answered[0]!, this.#item(optionItem(String(value)))];
      this.#ofPoint.set(value, known);
    }
    return known;
  }
}
