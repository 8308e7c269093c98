/** Rules of the A5 slip alone: black on white, one sheet, nothing that a printer without colour would lose. */
export const slipCss = `
@page{size:A5 portrait;margin:9mm}
body{background:#fff;color:#000}
.slip{max-width:130mm;margin:0 auto;padding:6mm 0;font-size:11.5pt;line-height:1.5}
.slip h1{margin-top:2mm;font:700 17pt/1.3 var(--font-doc);text-align:center}
.slip-sub{text-align:center;border-bottom:1.5pt solid #000;padding-bottom:2mm}
.slip-top{display:flex;gap:5mm;align-items:flex-start;margin-top:3mm}
.slip-codes{flex:1;min-width:0}
.slip-qr{width:42mm;height:42mm;flex:none}
.slip-label{font-size:9pt}
.slip-number{font-size:16pt;font-weight:700;line-height:1.25;white-space:nowrap}
.slip-code{display:inline-block;margin:1mm 0;padding:1mm 3mm;border:1.5pt solid #000;font:700 17pt/1.2 monospace;letter-spacing:.08em;white-space:nowrap}
.slip dl{display:grid;grid-template-columns:24mm 1fr;gap:1.6mm 3mm;margin:4mm 0;border-top:.75pt solid #000;padding-top:2mm}
.slip dt{color:#000}.slip dd{font-weight:600}
.slip-box{border:1pt solid #000;padding:2mm 3mm;margin-top:2mm}
.slip-small{font-size:9.5pt}
.slip-en{border-top:1.5pt solid #000;margin-top:3mm;padding-top:2mm;break-inside:avoid}
.key-hint{margin-left:4px;padding:0 5px;border:1px solid #6f7974;border-radius:4px;font:12px monospace}
.slip-tools{display:flex;flex-wrap:wrap;gap:8px 20px;justify-content:center;align-items:center;padding:12px;border-bottom:1.5px solid #c8cdc6;background:#f2efe7}
.slip-told{flex:1 1 100%;max-width:44em;font-size:11pt;text-align:center}
.slip .ribbon{border:.75pt solid #000;background:none;color:#000}
.slip-two{font-size:8.6pt;line-height:1.35}.slip-two h1{font-size:14pt}.slip-two .slip-number{font-size:13pt}.slip-two .slip-code{font-size:13pt;margin:.5mm 0}
.slip-two .slip-qr{width:29mm;height:29mm}.slip-two dl{gap:.4mm 3mm;margin:1.5mm 0;padding-top:1mm}.slip-two .slip-box{padding:1mm 2mm;margin-top:1mm}
.slip-two .slip-small,.slip-two .slip-label{font-size:7.6pt}.slip-two .slip-top{margin-top:1.5mm}.slip-two .slip-en{margin-top:1.5mm;padding-top:1mm}
@media print{.slip{padding:0 .5mm;max-width:none}.slip-tools{display:none}}
`;
