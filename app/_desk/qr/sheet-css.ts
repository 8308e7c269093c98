/** Rules of the QR sheets alone: black on white; one on A4, or four of A6 on A4 with lines to cut along. */
export const sheetCss = `
@page{size:A4 portrait;margin:0}
body{background:#fff;color:#000}
.sheet-tools{display:flex;flex-wrap:wrap;gap:8px 20px;justify-content:center;align-items:center;padding:12px;border-bottom:1.5px solid #c8cdc6;background:#f2efe7}
.leaf{width:210mm;height:296.5mm;margin:0 auto;break-after:page;overflow:hidden}
.leaf:last-child{break-after:auto}
.leaf-four{display:grid;grid-template:1fr 1fr/1fr 1fr}
.leaf-four>*{border:.4pt dashed #777}
.leaf-four>:nth-child(odd){border-left:0}.leaf-four>:nth-child(even){border-right:0;border-left:0}
.leaf-four>:nth-child(-n+2){border-top:0}.leaf-four>:nth-child(n+3){border-bottom:0;border-top:0}
.sheet{display:flex;flex-direction:column;align-items:center;justify-content:space-between;height:100%;min-width:0;padding:7mm 6mm;font-size:10pt;line-height:1.4;text-align:center}
.sheet-head{width:100%;border-bottom:1.2pt solid #000;padding-bottom:1.5mm}
.sheet .sheet-demo{display:inline-block;margin-bottom:1mm;padding:0 2mm;border:.75pt solid #000;font-size:.85em}
.sheet h2{font:700 2.1em/1.25 var(--font)}
.sheet-en{font-size:.95em}
.sheet-ask{font-size:1.45em;font-weight:700;line-height:1.3}
.sheet-qr{width:52mm;height:52mm}
.sheet-code{font:700 1.25em/1.3 monospace;letter-spacing:.06em}
.sheet-phone{font-size:1.3em;font-weight:700}
.sheet-foot{width:100%;border-top:1.2pt solid #000;padding-top:1.5mm;font-size:.9em}
.leaf-one .sheet{padding:22mm 20mm;font-size:19pt}
.leaf-one .sheet-qr{width:112mm;height:112mm}
.sheet .away{display:none}
@media screen{.leaf{margin:16px auto;border:1px solid #c8cdc6}}
@media screen and (max-width:820px){.leaf{display:block;width:auto;height:auto}.leaf-one .sheet{padding:7mm 6mm;font-size:10pt}.sheet .sheet-qr{width:52mm;max-width:100%;height:auto}.sheet{gap:4mm}}
@media print{.sheet-tools{display:none}}
`;
