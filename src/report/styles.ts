import { pictureStyles } from './picture/styles';

/** Dark on white, whatever the reader's system prefers: it is paper. `--c` is a codebook colour, set by a class. */
const page = `
:root{color-scheme:light;--fg:#1c1c1a;--quiet:#55554f;--line:#d8d7d0;--fine:#ecebe5;--back:#fff;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
--serif:Charter,"Bitstream Charter","Iowan Old Style",Cambria,Georgia,serif;
--support:#2a7f73;--strain:#a3521b}
*{box-sizing:border-box}
html{font:100%/1.5 var(--sans);color:var(--fg);background:var(--back);-webkit-text-size-adjust:100%}
body{color:var(--fg);background:var(--back);max-width:60rem;margin:0 auto;padding:2.5rem 1.5rem 4rem;overflow-wrap:break-word}
h1,h2,h3,h4,p,dl,dd,ul,ol,figure,blockquote{margin:0;padding:0}
h1,h2,h3,h4{line-height:1.25;font-weight:600;break-after:avoid}
h1{font-size:2rem;letter-spacing:-.015em}
h2{font-size:1.45rem;margin-top:3.5rem;padding-top:.9rem;border-top:2px solid var(--fg)}
h3{font-size:1.15rem;margin-top:2.6rem}
h4{font-size:.95rem;margin-top:1.7rem;margin-bottom:.35rem}
a{color:inherit;text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:2px solid #005fb8;outline-offset:2px}
.kind{font-size:.85rem;letter-spacing:.04em;color:var(--quiet);margin-bottom:.4rem}
.quiet{font-size:.85rem;color:var(--quiet);margin-top:.5rem}
dl.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.25rem 2rem;margin-top:.9rem;font-size:.9rem}
dl.facts div{display:grid;grid-template-columns:6.5rem 1fr}
dl.facts .long{grid-column:1/-1}
dt{color:var(--quiet)}
p.state{font-size:.9rem;color:var(--quiet);margin-top:.2rem}
p.seal-broken{color:#9b1c1c;font-weight:600}
.narrative{font:1.2rem/1.5 var(--serif);margin-top:.9rem;max-width:42rem}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.85rem}
.ref{font-weight:600;color:color-mix(in oklab,var(--c) 62%,#000);font-variant-numeric:tabular-nums}
.ref a{text-decoration:none}
dl.figures{display:flex;flex-wrap:wrap;gap:1rem 2.4rem;margin-top:1.4rem;break-inside:avoid}
dl.figures div{display:flex;flex-direction:column}
dl.figures dt{font-size:.9rem;color:var(--fg)}
dl.figures .value{order:-1;font-size:1.9rem;line-height:1.15;font-weight:600;letter-spacing:-.02em}
dl.figures .of{font-size:.8rem;color:var(--quiet)}
.episodes{list-style:none}
.episodes li{position:relative;padding:.45rem 0 .45rem 1.7rem;break-inside:avoid}
.episodes li+li{border-top:1px solid var(--fine)}
.episodes svg{position:absolute;left:0;top:.62rem;width:1.15rem;height:1.15rem}
.episodes p{font-size:.92rem}
blockquote{font:1.02rem/1.45 var(--serif);margin-top:.2rem;padding-inline-start:.8rem;border-inline-start:2px solid var(--line)}
.note{font-style:italic;font-size:.92em}
.wide{overflow-x:auto;margin-top:.9rem}
table{border-collapse:collapse;font-size:.87rem;font-variant-numeric:tabular-nums;min-width:60%}
caption{text-align:start;font-size:.85rem;color:var(--quiet);padding-bottom:.3rem}
th,td{padding:.28rem .7rem;text-align:end;vertical-align:baseline;border-bottom:1px solid var(--fine)}
thead th{border-bottom:1px solid var(--fg);font-weight:600;vertical-align:bottom}
th:first-child{padding-inline-start:0}
tbody th{font-weight:400}
th.words,td.words,tbody th{text-align:start}
abbr{text-decoration:none}
tr{break-inside:avoid}
.whole{white-space:nowrap}
.ci,.why{color:var(--quiet);font-size:.92em}
.ci{display:block;white-space:nowrap}
footer ul{padding-inline-start:1.2rem;font-size:.92rem;max-width:46rem}
footer li{margin-top:.45rem}
footer .quiet{margin-top:1.5rem}
`;

/** The text with its marks. A passage has a line of its own lane under it, so that passages may lie over one another. */
const text = `
.turns{list-style:none;margin-top:1rem}
.turn{display:grid;grid-template-columns:2.2rem 2.6rem minmax(0,1fr) 17rem;gap:0 .9rem;padding:.4rem 0;break-inside:avoid}
.turn:target{background:#fff7d6}
.n{color:var(--quiet);font-size:.8rem;line-height:1.95;text-align:end;font-variant-numeric:tabular-nums}
.time{margin-inline-start:.5rem}
.timed .turn{grid-template-columns:4.8rem 2.6rem minmax(0,1fr) 17rem}
.who{font-size:.9rem;line-height:1.75;overflow-wrap:anywhere}
.therapist .who{font-weight:400;color:var(--quiet)}
.said{font:1.05rem/1.6 var(--serif);white-space:pre-line}
.said.deep{line-height:2.05}
.m{background:color-mix(in oklab,var(--c) 11%,transparent);text-decoration:underline;text-decoration-color:color-mix(in oklab,var(--c) 75%,#000);text-decoration-thickness:1.5px;text-decoration-skip-ink:none;text-underline-offset:.16em}
.strain{text-decoration-style:wavy;text-decoration-thickness:1px}
.neither{text-decoration-style:dotted}
.l1{text-underline-offset:.38em}.l2{text-underline-offset:.6em}.l3{text-underline-offset:.82em}.l4{text-underline-offset:1.04em}
sup{font:600 .66rem/1 var(--sans);vertical-align:.55em;margin-inline:.12em .1em}
.notes,.remarks{list-style:none;font-size:.8rem;line-height:1.4}
.notes li+li,.remarks li+li{margin-top:.35rem}
.notes li:target{background:#fff7d6}
.notes .facts,.remarks .facts{color:var(--quiet)}
.remark{border-inline-start:2px solid var(--line);padding-inline-start:.6rem}
.remarks{font-size:.92rem;margin-top:.6rem}
.remarks li+li{margin-top:.8rem}
@media screen and (max-width:52rem){
th,td{padding-inline:.4rem}
.turn,.timed .turn{grid-template-columns:2rem 2.4rem minmax(0,1fr)}
.time{display:none}
.notes{grid-column:3;margin:.3rem 0 .2rem}
}
@media screen and (max-width:30rem){body{padding:1.5rem 1rem 3rem}.turn{gap:0 .5rem}}
`;

/** On paper a session begins a page, headings stay with what they head, and tints are printed. */
const print = `
@page{size:A4;margin:17mm 15mm 18mm}
@page{@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#55554f}}
@media print{
html{font-size:9.6pt}
body{max-width:none;padding:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}
article+article{break-before:page}
h2{margin-top:2rem}
article+article>h2{margin-top:0}
figure{break-inside:avoid}
.wide{overflow:visible;break-inside:avoid}
p.state,.narrative{break-after:avoid}
.turn{grid-template-columns:2.2rem 2.6rem minmax(0,1fr) 13.5rem}
.timed .turn{grid-template-columns:4.8rem 2.6rem minmax(0,1fr) 13.5rem}
.said{font-size:1rem}
footer{break-inside:avoid}
p,li{orphans:3;widows:3}
}
`;

export const styles = [page, pictureStyles, text, print].map((part) => part.trim()).join('\n');
