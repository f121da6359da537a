/** How V8 runs the program: settings of the process and all its threads. */
import { setFlagsFromString } from 'node:v8';

/**
 * V8 takes objects for long-lived when those of a first batch are all in use as it looks, and from
 * then on makes such objects where only a full collection finds them, with all that they hold. The
 * records of a file never live long; taken for such, reading them took up to half as long again.
 */
function makeObjectsYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}

/**
 * Work on a function, in bytes of its code, after which V8 asks again whether to compile it for speed;
 * by default 67,584. A run of a few seconds is in many rooms for a moment each: compiling four hundred
 * functions for that, in every thread anew, took a fourth of all processor time and was worth less. What
 * is done a million times comes to be compiled a moment later.
 */
const PATIENCE = 400_000;

function compileLate(): void {
  setFlagsFromString(`--interrupt-budget=${PATIENCE}`);
}

/**
 * The same of the solver of linear programs, which is in WebAssembly: how much of it must have run before
 * a function of it is compiled for speed, by default 1,800,000. Of the sample survey this was a fifth of
 * the processor time in which is found what to hide; a program of thousands of counts takes as long as before.
 */
const SOLVER_PATIENCE = 20_000_000;

function compileSolverLate(): void {
  setFlagsFromString(`--wasm-tiering-budget=${SOLVER_PATIENCE}`);
}

/**
 * V8 lets the heap grow to several times what is in use before it looks for what is not: of many tables
 * a run then holds gigabytes. Where it may grow to twice as much only, that takes no longer.
 */
const ROOM = 100;

function letHeapGrow(): void {
  setFlagsFromString(`--heap-growing-percent=${ROOM}`);
}

/** To be called before there is much to do. */
export function settleEngine(): void {
  makeObjectsYoung();
  compileLate();
  compileSolverLate();
  letHeapGrow();
}
