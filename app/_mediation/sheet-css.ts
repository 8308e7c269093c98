/** Rules of the agreement's A4 sheet alone: black on white, room to sign and to seal. */
export const sheetCss = `
@page{size:A4 portrait;margin:18mm 20mm}
body{background:#fff;color:#000}
.tj-tools{display:flex;flex-wrap:wrap;gap:8px 20px;justify-content:center;align-items:center;padding:12px;border-bottom:1.5px solid #c8cdc6;background:#f2efe7}
.tj{max-width:170mm;margin:0 auto;padding:8mm 5mm;font-size:12pt;line-height:1.75}
.tj h1{font:700 20pt/1.4 var(--font-doc);text-align:center}
.tj h2{margin-top:5mm;font:700 13pt/1.5 var(--font-doc)}
.tj-no{text-align:right}
.tj-text{white-space:pre-line;overflow-wrap:anywhere}
.tj-en{font-size:9.5pt;line-height:1.4}
.tj-signs{display:grid;grid-template-columns:1fr 1fr;gap:4mm 8mm;margin-top:8mm;break-inside:avoid}
.tj-sign{border:.75pt solid #000;min-height:26mm;padding:2mm 3mm}
.tj-seal{min-height:40mm}
.tj-foot{margin-top:6mm;border-top:.75pt solid #000;padding-top:2mm;font-size:10pt;line-height:1.5}
.tj .ribbon{border:.75pt solid #000;background:none;color:#000}
@media screen and (max-width:600px){.tj-signs{grid-template-columns:1fr}}
@media print{.tj{padding:0;max-width:none}.tj-tools{display:none}}
`;
