/** The document around the report: policy, style, scripts and their data. */
import { createHash } from 'node:crypto';
import type { Lang } from '../survey/text.ts';
import { type Content, Html, html, json } from './html.ts';

export interface Page {
  readonly lang: Lang;
  readonly title: string;
  readonly style: string;
  readonly body: Content;
  /** For the last script. */
  readonly data: unknown;
  readonly scripts: readonly string[];
}

/**
 * A whole document. Its policy lets it load nothing, and run nothing but the scripts that
 * were put in here: whatever a cell of the data might bring in has no matching hash.
 */
export function page({ lang, title, style, body, data, scripts }: Page): string {
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const document = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyText(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${Html.trusted(style)}</style>
</head>
<body>
${body}<script type="application/json" id="report-data">${json(data)}</script>
${scripts.map(
  (one) => html`<script>${Html.trusted(one)}</script>
`,
)}</body>
</html>
`;
  return document.toString();
}

/** Quotes are part of a policy; it holds nothing else that markup could take for its own. */
function policyText(policy: string): Html {
  if (/["<>&]/.test(policy)) throw new Error('the policy cannot be written into an attribute');
  return Html.trusted(policy);
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}
