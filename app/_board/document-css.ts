/**
 * Rules of the board's documents alone: the sheet with its cinnabar edge, the stones of the rail, drawn numbers, versions
 * beside each other. Everything else is in the common sheet.
 */
export const documentCss = `
.doc{padding:20px 18px 26px;border:1.5px solid var(--line-200);border-top:4px solid var(--cin-600);border-radius:0 0 var(--r-lg) var(--r-lg);background:var(--white)}
.doc>*+*{margin-top:var(--gap)}
.doc h1{margin-top:2px;font-family:var(--font-doc);font-size:calc(var(--fs-h1)*1.12)}
.doc-kind{font-size:var(--fs-sm)}
.doc-rule{height:6px;margin-top:12px;border:solid var(--cin-600);border-width:2.5px 0 1.5px}
.part{padding-top:var(--gap);border-top:1.5px solid var(--line-200)}
.part>*+*{margin-top:10px}
.points{display:grid;grid-template-columns:minmax(0,1fr);gap:8px}
.points>li{display:flex;gap:.5em}.points>li>:last-child{min-width:0;overflow-wrap:anywhere}
.doc>.points>li{font-size:var(--fs-lg);font-weight:600;line-height:1.45}
.changed{margin-left:.5em;padding:0 6px;border-radius:var(--r-sm);background:var(--gold-50);color:var(--gold-700);font-size:var(--fs-sm);font-weight:600}
.stones{--stone:calc(var(--icon)*1.42)}
.stones>li{position:relative;min-height:var(--stone);padding:0 0 22px calc(var(--stone) + 14px)}
.stones>li::before{content:"";position:absolute;left:calc(var(--stone)/2 - 1px);top:calc(var(--stone) + 3px);bottom:3px;width:2px;background:var(--line-300)}
.stones>li:last-child{padding-bottom:0}.stones>li:last-child::before{display:none}
.stones>li>*+*{margin-top:4px}
.stones h3{padding-top:.1em}
.stone{position:absolute;left:0;top:0;display:grid;place-items:center;width:var(--stone);height:var(--stone);border-radius:var(--r-sm);background:var(--cin-600);color:var(--white);font:700 calc(var(--icon)*.8)/1 var(--font-doc)}
.stones>li>.stone+h3{margin-top:0}
.stone .icon{width:55%;height:55%}
.st-next>.stone,.st-locked>.stone{border:2px dashed var(--ink-400);background:var(--white);color:var(--ink-500)}
.st-stopped>.stone{background:var(--grey-700)}
.st-now>.stone{box-shadow:0 0 0 2px var(--white),0 0 0 4px var(--cin-600)}
.stone-state{margin-left:.4em;color:var(--ink-500);font-size:var(--fs-sm);font-weight:400}
.st-now .stone-state{color:var(--cin-700);font-weight:600}
.drawn{width:100%;height:18px;border:1.5px solid var(--ink-400);border-radius:var(--r-sm);background:var(--white)}
.bar-of-yes{fill:var(--teal-700)}.bar-of-no{fill:var(--cin-600)}.bar-of-abstain{fill:var(--ink-400)}
.bar-of-cost{fill:var(--ink-400);background:var(--ink-400)}.bar-of-use{fill:var(--teal-700);background:var(--teal-700)}.bar-of-left{fill:var(--map-4);background:var(--map-4)}
.bar-mark{stroke:var(--ink-900);stroke-width:2px;vector-effect:non-scaling-stroke}
.keys{display:flex;flex-wrap:wrap;gap:4px 16px}.keys li{display:flex;align-items:center;gap:6px}
.key{width:.8em;height:.8em;border:1px solid var(--ink-400);border-radius:2px}
.nums{display:block}
.nums>tbody{display:flex;flex-wrap:wrap;gap:6px 14px}
.nums tr{display:block}
.nums th,.nums td{display:block;padding:0;text-align:left}
.nums th{color:var(--ink-500);font-size:var(--fs-sm);font-weight:400}
.nums td{font-weight:700;line-height:1.3}
.fold>*+*{margin-top:8px}
.earlier{padding:8px 0 8px 12px;border-left:3px solid var(--line-300)}
.earlier>*+*{margin-top:4px}
.digest{font:12px/1.5 monospace;overflow-wrap:anywhere}
html:not([data-mode=standard]) .digest{font-size:var(--fs-sm)}
.law>*+*{margin-top:4px}.law+.law{margin-top:12px}
.law blockquote{margin:4px 0 0;padding:8px 12px;border-left:3px solid var(--cin-600);background:var(--paper);font-family:var(--font-doc)}
.bullets{padding-left:1.2em;list-style:disc}
.rule+.rule{margin-top:8px}
.versions{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15em),1fr));gap:12px}
.version{padding:12px;border:1.5px solid var(--line-200);border-radius:var(--r-md)}
.version>*+*{margin-top:8px}
.said>li+li{margin-top:var(--gap)}
.say{white-space:pre-line;overflow-wrap:anywhere}
.reply{margin-top:8px;padding:10px 12px;border-left:4px solid var(--teal-700);background:var(--teal-50)}
.scroll{overflow-x:auto}
.sheet{width:100%;border-collapse:collapse}
.sheet caption{padding-bottom:4px;color:var(--ink-500);font-size:var(--fs-sm);text-align:left}
.sheet th,.sheet td{padding:6px 8px 6px 0;border-bottom:1.5px solid var(--line-200);text-align:left;vertical-align:top}
.sheet thead th{color:var(--ink-500);font-size:var(--fs-sm);font-weight:400}
.sheet tbody th{font-weight:600}
.sheet .at-end{padding-right:0;padding-left:8px;text-align:right;white-space:nowrap}
@media (max-width:640px){html:not([data-mode=standard]) .sheet :is(tbody,tr,th,td){display:block;padding:0;border:0;text-align:left}html:not([data-mode=standard]) .sheet thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}html:not([data-mode=standard]) .sheet tbody>tr{padding:8px 0;border-bottom:1.5px solid var(--line-200)}html:not([data-mode=standard]) .sheet td:empty{display:none}html:not([data-mode=standard]) .sheet .at-end{white-space:normal}html:not([data-mode=standard]) .sheet td[data-head]::before{content:attr(data-head) " ";color:var(--ink-500)}}
.empty{display:flex;flex-direction:column;align-items:center;gap:12px;padding:24px 0;text-align:center}.empty-art{width:120px;height:120px}.empty-cell{fill:var(--teal-100)}.empty .btn-row{justify-content:center}
`;

/** The same on a sheet for the wall: A4, black on white, parts that do not break in the middle. */
export const paperCss = `
@page{size:A4 portrait;margin:16mm 16mm 14mm}
body{background:#fff;color:#000}
.paper{max-width:178mm;margin:0 auto;padding:8mm 0;font-size:11pt;line-height:1.5;--fs-body:11pt;--fs-sm:9.5pt;--fs-lg:13pt;--fs-h2:13pt;--fs-h1:19pt;--icon:6.5mm;--gap:4mm;--ink-500:#000;--ink-700:#000}
.paper .doc{padding:4mm 0 0;border-width:4px 0 0;border-radius:0}
.paper .doc h1{text-align:center}.paper .doc-kind{text-align:center}
.paper h2{font-family:var(--font-doc)}
.paper .part,.paper .version,.paper .said>li,.paper .law{break-inside:avoid}
.paper .stones>li{padding-bottom:4mm;break-inside:avoid}
.paper .part:has(.stones){break-inside:auto}
.paper .stone,.paper .drawn,.paper [class^=bar-of],.paper .key{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.paper .digest{font-size:7.5pt}
.paper .promise{border:1pt solid #000;background:none;color:#000}
.paper-foot{display:flex;gap:6mm;align-items:center;margin-top:6mm;padding-top:4mm;border-top:1.5pt solid #000;break-inside:avoid}
.paper-foot svg{flex:none;width:30mm;height:30mm}
.paper-foot>div{min-width:0;overflow-wrap:anywhere}
.paper-tools{display:flex;flex-wrap:wrap;gap:8px 20px;justify-content:center;align-items:center;padding:12px;border-bottom:1.5px solid #c8cdc6;background:#f2efe7}
.paper-tools a{display:inline-flex;align-items:center;min-height:44px}
.paper .ribbon{border:.75pt solid #000;background:none;color:#000}
@media screen and (max-width:720px){.paper{padding:4mm 5mm}}
@media print{.paper{padding:0;max-width:none}.paper-tools{display:none}}
`;
