/** Rules of the text pages without script; everything else is in the common sheet. */
export const proseCss = `
.bullets{padding-left:1.2em;list-style:disc}.bullets>li+li{margin-top:8px}
.prose-part{scroll-margin-top:16px}
.prose-contents a{display:flex;align-items:center;min-height:var(--tap-min);border-top:1.5px solid var(--line-200)}
.cookies>div{padding-block:8px;border-top:1.5px solid var(--line-200)}
.cookies dt{font-weight:600;overflow-wrap:anywhere}.cookies dd{color:var(--ink-500)}
`;
