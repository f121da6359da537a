/** A program that is spoken to through pipes, by Node. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { RunningProgram } from './effects.ts';

/** Characters kept of what it says on stderr. */
const MOST_SAID = 500;
/** Milliseconds it may take to end by itself. */
const PATIENCE = 5000;

/** Starts it, with everything it starts in a group of processes of its own. */
export function startProgram(path: string, args: readonly string[]): RunningProgram {
  const child = spawn(path, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  let said = '';
  const say = (text: string) => {
    said = (said + text).slice(-MOST_SAID);
  };
  child.stderr?.setEncoding('utf8').on('data', say);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      say(error.message);
      resolve();
    });
  });
  const [, , , to, from] = child.stdio as unknown as readonly [
    ...[null, null, Readable],
    ...[Writable, Readable],
  ];
  // It may end before it has read all; that its messages end says so.
  to.on('error', () => {});
  const kill = () => endGroup(child);
  return {
    send: (message) => {
      to.write(`${message}\0`);
    },
    messages: messagesIn(from),
    said: () => said.trim(),
    kill,
    stop: async () => {
      const timer = setTimeout(kill, PATIENCE);
      to.end();
      await ended;
      clearTimeout(timer);
      kill();
    },
  };
}

async function* messagesIn(stream: Readable): AsyncGenerator<string> {
  let pieces: string[] = [];
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    const [first = '', ...others] = String(chunk).split('\0');
    pieces.push(first);
    for (const next of others) {
      yield pieces.join('');
      pieces = [next];
    }
  }
}

/** A group outlives its first process; nothing is left of it where that ended all others. */
function endGroup(child: ChildProcess): void {
  try {
    if (process.platform === 'win32') child.kill();
    else if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
