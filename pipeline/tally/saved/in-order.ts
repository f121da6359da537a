/** A tally in an order of its own: whatever the order of counting, the same file is kept. */
import { type BottomK, type Hashed, settled } from '../bottom-k.ts';
import { type QuestionTally, STRIDE, type Tally } from '../tally.ts';

/** An equal tally, in which no order of reading and no number of workers shows. */
export function inOrder({ questions, answers, panel, people, quotable }: Tally): Tally {
  return {
    questions: sorted(questions, questionInOrder),
    answers: sorted(answers, (one) => sorted(one)),
    panel: sorted(panel, (one) => sorted(one)),
    people: sorted(people),
    quotable: sorted(quotable, samplesInOrder),
  };
}

function questionInOrder({ items, groupings, samples }: QuestionTally): QuestionTally {
  const names = [...items.keys()].sort();
  const from = names.map((name) => items.get(name)!);
  const row = (cells: Float64Array): Float64Array => {
    const ordered = new Float64Array(from.length * STRIDE);
    from.forEach((at, to) => {
      ordered.set(cells.subarray(at * STRIDE, (at + 1) * STRIDE), to * STRIDE);
    });
    return ordered;
  };
  return {
    items: new Map(names.map((name, i) => [name, i])),
    groupings: sorted(groupings, (values) => sorted(values, (rows) => sorted(rows, row))),
    samples: samplesInOrder(samples),
  };
}

function samplesInOrder<Entry extends Hashed>(samples: Map<string, BottomK<Entry>>) {
  return sorted(samples, settled);
}

/** A map by its keys, and of each value what `each` makes of it. */
function sorted<Key extends string | number, Value>(
  map: ReadonlyMap<Key, Value>,
  each: (value: Value) => Value = (value) => value,
): Map<Key, Value> {
  return new Map(
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, each(value)]),
  );
}
