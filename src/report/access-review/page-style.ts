/** The style of the review's page, in addition to that of all pages. */
export const REVIEW_STYLE = `
main{max-width:none}
.narrow{max-width:76rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.2rem,1fr));gap:.6rem;margin:1.25rem 0;padding:0;list-style:none;max-width:76rem}
.cards button,.cards div{display:flex;flex-direction:column;justify-content:flex-start;width:100%;height:100%;text-align:left;font:inherit;color:inherit;background:var(--panel);border:1px solid var(--line);border-radius:.6rem;padding:.65rem .85rem}
.cards button{cursor:pointer}
.cards button:hover{border-color:var(--accent)}
.cards button[aria-pressed=true]{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.cards button:disabled{cursor:default;border-color:var(--line);opacity:.7}
.cards b{display:block;font-size:1.45rem;line-height:1.2;font-variant-numeric:tabular-nums}
.cards .bad b{color:var(--bad)}.cards .care b{color:var(--care)}
.cards span{font-size:.85rem;color:var(--quiet)}
.bar{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end;margin:1rem 0 .6rem}
.bar label{display:grid;gap:.15rem;font-size:.82rem;color:var(--quiet);min-width:0}
.bar label:first-child{flex:1 1 16rem}
.bar input,.bar select,.bar button{font:inherit;font-size:.95rem;color:var(--text);background:var(--page);border:1px solid var(--line);border-radius:.4rem;padding:.4rem .6rem;max-width:20rem;min-width:0;height:2.4rem}
.bar label:first-child input{max-width:none;width:100%}
.bar button{cursor:pointer}
.grid{position:relative;overflow:auto;max-height:min(46rem,82vh);border:1px solid var(--line);border-radius:.6rem;background:var(--page)}
.grid table{min-width:100%;table-layout:fixed;border-collapse:separate;border-spacing:0}
.grid th,.grid td{padding:0 .55rem;height:44px;border-bottom:1px solid var(--line);vertical-align:middle;overflow:hidden}
.grid col.who{width:17rem}.grid col.login{width:7.5rem}.grid col.scope{width:9.5rem}
.grid thead{position:sticky;top:0;z-index:2}
.grid thead th{height:58px;background:var(--panel);vertical-align:bottom;padding-bottom:.35rem}
#groups>*{height:1.7rem;padding-bottom:0;background:var(--panel);border:0;white-space:nowrap}
#groups th{position:static;overflow:visible;border-left:1px solid var(--line);color:var(--text)}
#groups td{position:sticky;left:0;z-index:3}
#groups span{position:sticky;left:25rem}
.grid th:first-child{position:sticky;left:0;z-index:1;background:var(--page);border-right:1px solid var(--line);font-size:.95rem;color:var(--text)}
.grid thead th:first-child{z-index:3;background:var(--panel)}
.grid td.worst{background:var(--bad-soft)}
.grid thead button{all:unset;cursor:pointer;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;line-height:1.25;font-size:.82rem;color:var(--quiet)}
.grid thead button:focus-visible,.who-name:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
.grid thead small{display:block;color:var(--quiet);font-weight:400;font-size:.72rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.grid thead [aria-sort] button{color:var(--accent)}
.grid thead [aria-sort=ascending] button::after{content:" \\2191"}.grid thead [aria-sort=descending] button::after{content:" \\2193"}
.grid tbody tr:hover th,.grid tbody tr:hover td{background:var(--panel)}
.grid tr.gap td,.grid tr.gap th{padding:0;border:0;background:none!important}
.who-name{all:unset;width:100%;cursor:pointer;display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;font-weight:600;line-height:1.3}
.who-name:hover{color:var(--accent);text-decoration:underline}
.who-sub{display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;font-weight:400;font-size:.8rem;line-height:1.25;color:var(--quiet)}
.login{font-size:.85rem;white-space:nowrap}
.flag{color:var(--care);font-weight:600}
.cell{display:flex;gap:.25rem;align-items:center}
.cell .chip{flex:0 1 auto;min-width:0}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.more{font-size:.78rem;color:var(--quiet);flex:none}
.chip.off{text-decoration:line-through;opacity:.75}
.chip.soon{box-shadow:inset 0 -3px 0 var(--care)}
.chip.dim{opacity:.35}
.chip.drift,.chip.missing{background:var(--care-soft);color:var(--care);border:1px solid var(--care)}
.chip.missing{border-style:dotted;background:none}
.chip.system{background:none;border-color:var(--line);color:var(--quiet)}
.people{display:grid;grid-template-columns:minmax(0,1fr);gap:.6rem;padding:0;margin:0;list-style:none}
.card{border:1px solid var(--line);border-radius:.6rem;padding:.65rem .85rem;background:var(--page)}
.card ul{list-style:none;margin:.4rem 0 0;padding:0;display:grid;gap:.3rem}
.card li{display:flex;flex-wrap:wrap;gap:.15rem .5rem;align-items:baseline;font-size:.9rem}
.card .root{font-weight:600;font-size:.85rem;margin-top:.15rem}
.card .where{color:var(--quiet);overflow-wrap:anywhere;font-size:.85rem}
.none{padding:2rem;text-align:center;color:var(--quiet)}
.legend{display:flex;flex-wrap:wrap;gap:.4rem .8rem;margin:.6rem 0;font-size:.82rem;color:var(--quiet);align-items:center}
dialog{width:min(52rem,94vw);max-height:86vh;border:1px solid var(--line);border-radius:.8rem;background:var(--page);color:var(--text);padding:1.25rem 1.4rem;overflow:auto}
dialog::backdrop{background:rgb(0 0 0/.45)}
dialog h2{margin:0 2.5rem .2rem 0;overflow-wrap:anywhere}
dialog th:nth-child(3){min-width:9rem}
dialog .close{position:sticky;float:right;top:0;font:inherit;border:1px solid var(--line);border-radius:.4rem;background:var(--panel);color:inherit;padding:.2rem .6rem;cursor:pointer}
.hashes{list-style:none;margin:.3rem 0 0;padding:0;font-size:.85rem;overflow-wrap:anywhere}
.findings td:first-child{white-space:nowrap}
[hidden]{display:none!important}
@media (max-width:40rem){.cards{grid-template-columns:repeat(2,1fr)}.bar label{flex:1 1 45%}.bar label:first-child{flex:1 1 100%}.bar input,.bar select{max-width:none;width:100%}
main table:not(#table),main table:not(#table) :is(tbody,tr,td,th){display:block;border:0;padding:.1rem 0}main table:not(#table) thead{display:none}main table:not(#table) tr{border-bottom:1px solid var(--line);padding:.4rem 0}}
.signature{display:none}
@media print{.bar,.grid,dialog{display:none!important}.cards button:disabled{opacity:1}.cards{grid-template-columns:repeat(8,1fr);gap:.3rem}.cards button,.cards div{padding:.3rem .4rem}.cards b{font-size:1.1rem}
.people{display:block;columns:3 12rem;column-gap:1rem;font-size:8pt}.card{border-width:0 0 1px;border-radius:0;padding:.25rem 0}.card ul{gap:0;margin:.1rem 0}.card li,.card .root,.card .where,.people .chip,.people .who-sub{font-size:7.5pt;line-height:1.3}.people .chip{padding:0 .3rem;max-width:11rem}.people :is(.who-name,.who-sub){white-space:normal;overflow-wrap:anywhere}
.signature{display:flex;gap:.6rem;margin:3rem 0 0;break-inside:avoid;color:var(--text)}.signature span{flex:1;border-bottom:1px solid currentColor}.signature span:last-child{flex:2}}
`;
