/** The look of a page: the reader's own fonts, light or dark as the system is, plain on paper. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--text:#1c2128;--page:#fff;--line:#d0d7de;--quiet:#57606a;--good:#116329;--bad:#a40e26;--care:#7a4b00}
@media (prefers-color-scheme:dark){:root{--text:#e6edf3;--page:#0d1117;--line:#30363d;--quiet:#9aa4af;--good:#56d364;--bad:#ff8f85;--care:#e3b341}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;margin:0 0 .5rem}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
.summary{font-size:1.1rem;font-weight:600}
table{width:100%;border-collapse:collapse}
th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{color:var(--quiet);font-weight:600}
code,pre{font:0.9em/1.45 ui-monospace,monospace;overflow-wrap:anywhere}
pre{overflow-x:auto;padding:.75rem;border:1px solid var(--line);border-radius:.4rem}
.grant td:first-child,pre .grant{color:var(--good)}
.change td:first-child,.blocked td:first-child,.warning h2,p.warning{color:var(--care)}
.revoke td:first-child,pre .revoke,.refused h2,.risk{color:var(--bad)}
.unlisted td:first-child,footer{color:var(--quiet)}
footer{margin-top:2rem;font-size:.9rem}
@media print{:root{--text:#000;--page:#fff;--line:#999;--quiet:#333;--good:#000;--bad:#000;--care:#000}main{max-width:none;padding:0}tr,section{break-inside:avoid}details>pre{display:block}}
`;
