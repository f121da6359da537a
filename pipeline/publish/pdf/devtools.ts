/** Speaks to a browser by the DevTools protocol: commands as JSON, answered by their numbers. */
import type { RunningProgram } from '../../effects.ts';

export type Values = Readonly<Record<string, unknown>>;

/** Sends commands, and waits for the answer to each. */
export class DevTools {
  readonly #program: RunningProgram;
  readonly #messages: AsyncIterator<string>;
  #last = 0;

  constructor(program: RunningProgram) {
    this.#program = program;
    this.#messages = program.messages[Symbol.asyncIterator]();
  }

  /**
   * @param session of a page; none for the browser itself
   * @throws Error if the browser refuses, or ends
   */
  async command(method: string, params: Values = {}, session?: string): Promise<Values> {
    this.#last += 1;
    const id = this.#last;
    const to = session === undefined ? {} : { sessionId: session };
    this.#program.send(JSON.stringify({ id, method, params, ...to }));
    for (;;) {
      const { done, value } = await this.#messages.next();
      if (done === true) throw new Error(`${method}: ${this.#program.said() || 'no answer'}`);
      const answer = JSON.parse(value) as Answer;
      // What happens in the page is told too, and without a number.
      if (answer.id !== id) continue;
      if (answer.error !== undefined) throw new Error(`${method}: ${answer.error.message}`);
      return answer.result ?? {};
    }
  }
}

interface Answer {
  readonly id?: number;
  readonly result?: Values;
  readonly error?: { readonly message: string };
}
