/** report.pdf: the report as a browser prints it. */
import { Buffer } from 'node:buffer';
import { basename, join } from 'node:path';
import type { Effects, Machine } from '../../effects.ts';
import { InputError, problem } from '../../errors.ts';
import { DevTools } from './devtools.ts';
import { withoutTimes } from './info.ts';

export const PDF = 'report.pdf';

/** Milliseconds; a report of 50 pages takes five seconds. */
const TIME_LIMIT = 180_000;

/**
 * Prints a page on A4, by its own style sheet. It is handed over as text, its scripts do not run (the
 * drawings in it are printed), and neither it nor the browser gets to the network. The browser's
 * profile is a new folder that nobody else can read, and is gone afterwards.
 *
 * The same page gives the same bytes with the same browser and fonts.
 *
 * @throws InputError if the browser cannot do it
 */
export async function printPdf(
  html: string,
  browser: string,
  fx: Effects,
  limit = TIME_LIMIT,
): Promise<Uint8Array> {
  const profile = await fx.temporaryFolder();
  const remove = () => fx.remove(profile);
  const program = fx.start(browser, browserArguments(profile, fx.machine));
  const forget = fx.onInterrupt(() => {
    program.kill();
    remove();
  });
  try {
    const tools = new DevTools(program);
    const pdf = await within(limit, printed(html, tools));
    await within(limit, tools.command('Browser.close')).catch(() => {});
    return withoutTimes(pdf);
  } catch (error) {
    program.kill();
    const detail = error instanceof Error ? error.message : String(error);
    throw new InputError([problem('pdf-failed', { file: basename(browser) }, { detail })], {
      cause: error,
    });
  } finally {
    await program.stop();
    forget();
    remove();
  }
}

async function printed(html: string, tools: DevTools): Promise<Uint8Array> {
  const { targetId } = await tools.command('Target.createTarget', { url: 'about:blank' });
  const attached = await tools.command('Target.attachToTarget', { targetId, flatten: true });
  const page = String(attached.sessionId);
  await tools.command('Emulation.setScriptExecutionDisabled', { value: true }, page);
  const tree = await tools.command('Page.getFrameTree', {}, page);
  const { id: frameId } = (tree.frameTree as { readonly frame: { readonly id: string } }).frame;
  await tools.command('Page.setDocumentContent', { frameId, html }, page);
  const { data } = await tools.command('Page.printToPDF', PRINTED, page);
  return Buffer.from(String(data), 'base64');
}

const PRINTED = {
  preferCSSPageSize: true,
  printBackground: true,
  displayHeaderFooter: false,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
};

/** A browser of its own that asks nothing, keeps nothing and reaches nobody. */
function browserArguments(profile: string, { platform, isRoot }: Machine): readonly string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${join(profile, 'profile')}`,
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--no-proxy-server',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--disable-extensions',
    '--disable-breakpad',
    '--no-pings',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    '--use-mock-keychain',
    '--mute-audio',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    // Its sandbox refuses to work for root, who alone may build one there.
    ...(platform === 'linux' && isRoot ? ['--no-sandbox'] : []),
  ];
}

/** @throws Error if it takes longer than `limit` milliseconds */
async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`> ${limit / 1000} s`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
