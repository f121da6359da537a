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

  /** @param q number of the question */
  constructor(q: number, profiles: Profiles) {
    this.#q = q;
    this.#profiles = profiles;
  }

  /** Counts one answer. @param weight of the respondent, as read */
  count(question: ClosedQuestion, answer: Answer, weight: number, { own, profile }: Amount): void {
    const add = (items: readonly number[], by = own) =>
      this.#profiles.add(profile, this.#q, items, by);
    switch (answer.kind) {
      case 'skipped':
        add([this.#item(SKIPPED)]);
        break;
      case 'missing':
      case 'text':
        add([this.#item(MISSING)]);
        break;
      case 'options':
        add(this.#options(answer.options));
        break;
      case 'number':
        if (question.type === 'scale') add(this.#point(answer.value));
        else {
          add([this.#item(ANSWERED)]);
          add([this.#item(X)], increment(weight, answer.value));
          add([this.#item(XX)], increment(weight, answer.value ** 2));
        }
    }
  }

  #item(name: string): number {
    return this.#profiles.item(this.#q, name, 'everywhere');
  }

  /** Answered, and each option once. */
  #options(options: readonly string[]): readonly number[] {
    const items = [this.#item(ANSWERED)];
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
      known = [this.#item(ANSWERED), this.#item(optionItem(String(value)))];
      this.#ofPoint.set(value, known);
    }
    return known;
  }
}
