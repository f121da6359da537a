/** Tables, line by line: CSV and results.json. */
import type { Tables } from '../../aggregate/tables.ts';
import { type Place, problem } from '../../errors.ts';
import type { Where } from './artefact.ts';
import { inspectJson } from './inspect-json.ts';
import type { Inspection } from './inspection.ts';
import { isKeyColumn, judgeLine } from './line-figures.ts';
import type { TakePiece } from './pieces.ts';
import { readCsvRows, type TakeCells } from './read-csv.ts';
import { isObject, type JsonObject } from './read-json.ts';
import { readRows } from './read-results.ts';

export function inspectCsv(file: string, inspection: Inspection): TakePiece {
  const name = /^tables\/(\w+)\.csv$/.exec(file)?.[1] ?? '';
  return readCsvRows(cellTaker(name, file, inspection));
}

/** Takes the rows of a table, or of something that is none of them, the header first. */
function cellTaker(name: string, file: string, inspection: Inspection): TakeCells {
  const { published, texts, figures } = inspection;
  const { columns } = published;
  const table = tableOf(name, inspection);
  let header: readonly string[] = [];
  let isTable = false;
  let isFigure: readonly boolean[] = [];
  let [at, row, cells]: [number, number, readonly string[]] = [0, 0, []];
  const where = (column: string): Place => ({
    ...{ file, row },
    ...(column === '' ? {} : { column }),
  });
  const here: Where = () => where(row > 1 ? (header[at] ?? String(at + 1)) : '');
  const cellOf = (_: string, i: number) => cells[i];
  return (taken, number) => {
    [row, cells] = [number, taken];
    if (row === 1) {
      header = cells;
      isTable = table !== null && header.join() === columns[table].join();
      isFigure = header.map((column) => isTable && !isKeyColumn(column));
    }
    for (at = 0; at < cells.length; at++) {
      const cell = cells[at]!;
      if (cell !== '' && !(isFigure[at] && isNumber(cell))) texts.take(cell, here);
    }
    if (table === null || !isTable || row === 1) return;
    figures.push(...judgeLine(table, cellOf, row - 2, where, inspection));
  };
}

export function inspectResults(file: string, inspection: Inspection): TakePiece {
  const { published, texts, figures } = inspection;
  let at: Place = { file };
  let column = '';
  let row: JsonObject = {};
  const where = (name: string): Place => (name === '' ? at : { ...at, key: `${at.key}.${name}` });
  const here: Where = () => where(column);
  const cellOf = (name: string) => row[name];
  const rows = readRows((name, taken, index) => {
    [at, row] = [{ file, key: `${name}[${index}]` }, taken];
    const table = tableOf(name, inspection);
    const wanted = table === null ? [] : published.columns[table];
    let found = 0;
    let others = 0;
    for (column in row) {
      const cell = row[column]!;
      if (typeof cell === 'string') texts.take(cell, here);
      if (column === wanted[found] && !isObject(cell) && !Array.isArray(cell)) {
        found += 1;
        continue;
      }
      others += 1;
      inspectJson({ [column]: cell }, at, inspection);
    }
    if (table === null || others > 0 || found !== wanted.length) {
      figures.push(problem('leak-line', at, { table: name }));
      return;
    }
    figures.push(...judgeLine(table, cellOf, index, where, inspection));
  });
  return rows.take;
}

function tableOf(name: string, { published }: Inspection): keyof Tables | null {
  return Object.hasOwn(published.columns, name) ? (name as keyof Tables) : null;
}

export function isNumber(cell: string): boolean {
  return /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(cell);
}
