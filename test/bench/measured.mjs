/** What runs and pieces of work take: time, processor time and most memory of all threads (Linux). */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Wall clock of some work. */
export async function seconds(work) {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

export function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}

/** Clock ticks a second in /proc, on every Linux that Node runs on. */
const TICKS = 100;

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** @returns seconds of wall clock and processor, MB at most (0 where there is no /proc), and output */
export function measured(args) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [memory, processor, output, errors] = [0, 0, '', ''];
  const look = () => {
    const peak = /VmHWM:\s*(\d+)/.exec(read(`/proc/${child.pid}/status`));
    if (peak !== null) memory = Number(peak[1]) / 1000;
    const stat = read(`/proc/${child.pid}/stat`).split(') ').at(-1).split(' ');
    if (stat.length > 12) processor = (Number(stat[11]) + Number(stat[12])) / TICKS;
  };
  const timer = setInterval(look, 50);
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    errors += text;
  });
  return new Promise((done, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(timer);
      if (code !== 0) reject(new Error(`${args.join(' ')} ended with ${code}\n${errors}`));
      else done({ wall: (performance.now() - started) / 1000, processor, memory, output });
    });
  });
}

/** Share of processor time by room of the program, over all threads; libraries count for their callers. */
export async function byRoom(args) {
  const folder = mkdtempSync(join(tmpdir(), 'canvass-prof-'));
  await measured(['--cpu-prof', `--cpu-prof-dir=${folder}`, ...args]);
  const rooms = new Map();
  for (const name of readdirSync(folder)) {
    addProfile(JSON.parse(readFileSync(join(folder, name), 'utf8')), rooms);
  }
  rmSync(folder, { recursive: true });
  const all = [...rooms.values()].reduce((sum, one) => sum + one, 0);
  return [...rooms]
    .map(([room, time]) => ({ room, share: time / all }))
    .sort((a, b) => b.share - a.share);
}

function addProfile({ nodes, samples, timeDeltas }, rooms) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parent = new Map();
  for (const { id, children = [] } of nodes) for (const child of children) parent.set(child, id);
  const roomOf = (id) => {
    for (let at = id; at !== undefined; at = parent.get(at)) {
      const { functionName, url } = byId.get(at).callFrame;
      if (functionName === '(garbage collector)') return 'garbage collection';
      if (functionName === '(idle)') return null;
      const room = /\/dist\/([a-z]+)(\.js|\/)/.exec(url)?.[1];
      if (room !== undefined) return room;
    }
    return 'node';
  };
  samples.forEach((id, i) => {
    const room = roomOf(id);
    if (room !== null) rooms.set(room, (rooms.get(room) ?? 0) + timeDeltas[i]);
  });
}
