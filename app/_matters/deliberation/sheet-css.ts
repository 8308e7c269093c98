/** Rules of the six record sheets alone: A4, black on white, lines to sign on. */
export const sheetCss = `
@page{size:A4 portrait;margin:14mm}
body{background:#fff;color:#000}
.record{max-width:182mm;margin:0 auto;padding:6mm 4mm;font-size:11.5pt;line-height:1.55}
.record h1{font:700 18pt/1.35 var(--font-doc);text-align:center}
.record-sub{text-align:center;margin-bottom:3mm}
.record table{width:100%;border-collapse:collapse;border:1.2pt solid #000;table-layout:fixed}
.record th,.record td{border:.75pt solid #000;padding:1.6mm 2mm;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.record th{width:24mm;font-weight:600;background:#f4f4f4}
.record .record-num :is(th,td){width:auto;padding-inline:1mm;text-align:center}.record-num td{font-weight:600}
.record ol{list-style:decimal;padding-left:1.5em}
.record-wide{min-height:24mm;white-space:pre-line}
.record table+table{margin-top:-.75pt}
.record-sign{display:flex;flex-wrap:wrap;gap:4mm 8mm;margin-top:6mm}
.record-sign span{flex:1 1 48mm;border-bottom:.75pt solid #000;padding-bottom:7mm}
.record-roll{margin-top:6mm;break-before:auto}
.record-roll h2{font:700 13pt/1.4 var(--font-doc);margin-bottom:2mm}
.record .record-names{columns:2;column-gap:6mm;padding:0;list-style:none;border-top:.75pt solid #000}
.record-names li{display:flex;gap:3mm;align-items:end;min-height:9mm;padding-top:2mm;border-bottom:.75pt solid #000;break-inside:avoid}
.record-names b{flex:none;width:2.4em;font-weight:400}.record-names i{flex:none;font-style:normal;font-size:9pt}
.record-small{font-size:9pt;margin-top:3mm}
.record-tools{display:flex;flex-wrap:wrap;gap:6px 18px;justify-content:center;align-items:center;padding:10px 16px;border-bottom:1.5px solid #c8cdc6;background:#f2efe7}
.record-tools a{display:inline-flex;align-items:center;justify-content:center;min-height:44px;min-width:44px}
.record-tools a[aria-current]{font-weight:700;color:#000;text-decoration:none}
.record .ribbon{border:.75pt solid #000;background:none;color:#000}
@media screen and (max-width:599px){.record{font-size:15px}.record .record-names{columns:1}.record th{width:5.2em}}
html[data-mode=elder] .record{font-size:20px}html[data-mode=xl] .record{font-size:24px}
html:not([data-mode=standard]) .record-tools{font-size:var(--fs-body)}
@media print{.record,html[data-mode] .record{padding:0;max-width:none;font-size:11.5pt}.record-tools{display:none}.record .record-names{columns:2}}
`;
