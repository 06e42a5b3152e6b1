/** What a plan's page has beyond the look of every page. */
export const PLAN_STYLE = `
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr));gap:.6rem;margin:1.25rem 0 .75rem;padding:0;list-style:none}
.cards li{background:var(--panel);border:1px solid var(--line);border-radius:.6rem;padding:.65rem .85rem}
.cards b{display:block;font-size:1.45rem;line-height:1.2;font-variant-numeric:tabular-nums}
.cards span{font-size:.85rem;color:var(--quiet)}
.cards .grant b{color:var(--good)}.cards .change b,.cards .blocked b,.cards .unlisted b{color:var(--care)}.cards .revoke b{color:var(--bad)}
.scope{border:1px solid var(--line);border-radius:.6rem;padding:.2rem 1rem .7rem;margin:1rem 0}
.scope h3{margin:.7rem 0 .5rem}
.changes{table-layout:fixed}
.changes th:first-child,.changes td:first-child{width:11rem}
.changes th:nth-child(3),.changes td:nth-child(3){width:24%}
.changes tbody th{color:var(--text);font-size:1rem;font-weight:600}
.changes tr:last-child>*{border-bottom:0}
.scope details{margin-top:.5rem}
pre .grant{color:var(--good)}pre .revoke{color:var(--bad)}
@media (max-width:40rem){.changes,.changes tbody,.changes tr,.changes td,.changes tbody th{display:block;width:auto!important;border:0;padding:.1rem 0}.changes thead{display:none}
.changes tr{border-bottom:1px solid var(--line);padding:.5rem 0}.changes tr:last-child{border:0}.scope{padding:.2rem .75rem .5rem}}
@media print{.scope{border-width:0 0 1px;border-radius:0;padding:0}details>*{display:block}}
`;
