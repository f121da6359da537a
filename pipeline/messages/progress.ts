/** Says how far reading has come: in one place on a terminal, else in a line from time to time. */
import type { Effects } from '../effects.ts';
import type { Progress, Watch } from '../tally/progress.ts';
import { fill, type MessageLang } from './message.ts';

const WORDS = {
  progress: {
    'zh-Hans': '进度  已读 {rows} 行，每秒 {rate} 行{left}，内存 {memory} MB',
    en: 'so far  {rows} {rows|row|rows}, {rate} a second{left}, memory {memory} MB',
  },
  left: { 'zh-Hans': '，约余 {seconds} 秒', en: ', about {seconds} s left' },
} as const;

/** Milliseconds between two lines. */
const [ON_TERMINAL, ELSEWHERE] = [200, 5000];

/** @param memory bytes that the process holds; @param elapsed milliseconds */
export function progressLine(
  { rows, bytes, total }: Progress,
  elapsed: number,
  memory: number,
  lang: MessageLang,
): string {
  const number = (value: number) => Math.round(value).toLocaleString('en');
  const seconds = elapsed / 1000;
  const left =
    total > 0 && bytes > 0
      ? fill(WORDS.left[lang], { seconds: number(seconds * Math.max(0, total / bytes - 1)) })
      : '';
  const values = { rows: number(rows), rate: number(rows / seconds), memory: number(memory / 1e6) };
  return fill(WORDS.progress[lang], { ...values, left });
}

/** Nothing is said of what is done before the first interval is over. */
export function progressTeller(
  fx: Pick<Effects, 'clock' | 'status' | 'isTerminal' | 'memory'>,
  lang: MessageLang,
): Watch {
  const interval = fx.isTerminal ? ON_TERMINAL : ELSEWHERE;
  const started = fx.clock();
  let told = started;
  return (progress) => {
    const now = fx.clock();
    if (now - told < interval) return;
    told = now;
    fx.status(progressLine(progress, now - started, fx.memory(), lang));
  };
}
