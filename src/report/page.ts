import { createHash } from 'node:crypto';
import { escapeHtml } from './escape.js';

/** The parts of a page. All of them are HTML that is escaped already. */
export interface Page {
  readonly title: string;
  readonly style: string;
  readonly main: string;
  /** A script, and the data that it reads from the element with the id `data`. */
  readonly script?: { readonly text: string; readonly data: unknown };
}

/** Renders a self-contained page in the look that all pages share. */
export function pageHtml({ title, style, main, script }: Page): string {
  const styles = `${PAGE_STYLE}${style}`;
  const scripts =
    script === undefined ? '' : `${dataElement(script.data)}\n<script>${script.text}</script>\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${securityMeta(styles, script?.text)}
<title>${title}</title>
<style>${styles}</style>
</head>
<body>
<main>
${main}
</main>
${scripts}</body>
</html>
`;
}

/**
 * A meta element that allows the page this style and this script, and nothing else (CSP Level 3, hash sources). Foreign
 * text in the page can therefore never run, style anything or send a request.
 */
function securityMeta(style: string, script: string | undefined): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hashSource(style)}`,
    `script-src ${script === undefined ? "'none'" : hashSource(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">`;
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The data of the page's script as an element that browsers do not run. No text in it can end the element. */
function dataElement(value: unknown): string {
  const text = JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `<script type="application/json" id="data">${text}</script>`;
}

/** Renders an instant (RFC 3339, UTC) for people, `22 November 2026, 09:00 UTC`, and for programs. */
export function timeHtml(instant: string): string {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
    .format(new Date(instant))
    .replace(' at ', ', ');
  return `<time datetime="${escapeHtml(instant)}">${words} UTC</time>`;
}

/** The style that all pages share: the reader's own fonts, light or dark as the system is, plain on paper. */
const PAGE_STYLE = `
:root{color-scheme:light dark;--text:#1b1f24;--page:#fff;--panel:#f6f8fa;--line:#d5dbe1;--quiet:#57606a;--accent:#0550ae;
--good:#116329;--good-soft:#dafbe1;--bad:#a40e26;--bad-soft:#ffebe9;--care:#7a4b00;--care-soft:#fff4d1;--plain-soft:#e9edf1}
@media (prefers-color-scheme:dark){:root{--text:#e6edf3;--page:#0d1117;--panel:#161b22;--line:#30363d;--quiet:#9aa4af;--accent:#79c0ff;
--good:#56d364;--good-soft:#12361f;--bad:#ff938a;--bad-soft:#4a1518;--care:#e3b341;--care-soft:#3d2f0a;--plain-soft:#21262d}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:76rem;margin:0 auto;padding:1.75rem 1.5rem 3rem}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .25rem;letter-spacing:-.01em}
h2{font-size:1.15rem;margin:2.25rem 0 .6rem}
h3{font-size:1rem;margin:1.5rem 0 .4rem;overflow-wrap:anywhere}
p{margin:.4rem 0}
.lead,footer,.quiet{color:var(--quiet)}
.summary{font-size:1.05rem;font-weight:600;margin:.75rem 0 1rem}
code,pre{font:0.88em/1.45 ui-monospace,SFMono-Regular,Menlo,monospace}
code{overflow-wrap:anywhere;color:var(--quiet)}
pre{overflow-x:auto;padding:.75rem;border:1px solid var(--line);border-radius:.5rem;background:var(--panel)}
table{width:100%;border-collapse:collapse}
th,td{text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{color:var(--quiet);font-weight:600;font-size:.85rem}
.chip{display:inline-block;max-width:100%;padding:.05rem .5rem;border-radius:1rem;border:1px solid transparent;background:var(--plain-soft);
font-size:.85rem;line-height:1.45;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;vertical-align:bottom}
.chip.high,.chip.revoke,.chip.error{background:var(--bad-soft);color:var(--bad)}
.chip.grant{background:var(--good-soft);color:var(--good)}
.chip.change,.chip.blocked,.chip.warning{background:var(--care-soft);color:var(--care)}
.chip.unlisted{border:1px dashed var(--care)}
.chip.unlisted.high{border:1px solid var(--bad);background:var(--bad);color:var(--page);font-weight:700}
.notice{border-left:4px solid var(--care);background:var(--care-soft);padding:.6rem .9rem;border-radius:.3rem;margin:1rem 0}
.notice.refused{border-color:var(--bad);background:var(--bad-soft)}
.notice h2{margin:0 0 .3rem;font-size:1rem}
.notice ul{margin:.25rem 0;padding-left:1.2rem}
details summary{cursor:pointer;color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
footer{margin-top:2.5rem;padding-top:.75rem;border-top:1px solid var(--line);font-size:.88rem}
@media (max-width:40rem){main{padding:1.1rem .9rem 2rem}h1{font-size:1.4rem}}
@media print{:root{color-scheme:light;--text:#000;--page:#fff;--panel:#fff;--line:#999;--quiet:#333;--good:#000;--bad:#000;--care:#000;
--bad-soft:#fff;--good-soft:#fff;--care-soft:#fff;--plain-soft:#fff}body{font-size:10pt}main{max-width:none;padding:0}
tr,.card{break-inside:avoid}h2,h3{break-after:avoid}details::details-content{content-visibility:visible}.chip{border-color:#999}.chip.high{font-weight:700}.chip.unlisted.high{border:2px solid #000;background:none;color:#000}}
`;
