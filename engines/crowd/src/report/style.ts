/** The page's looks: quiet, printable, light and dark, legible at 320 px. */
export const style = `
:root{color-scheme:light dark;--ink:#1a2328;--quiet:#56646c;--paper:#fff;--shade:#f1f4f5;--line:#c4cdd1;--accent:#0b5c63;--second:#8a4b00;--warn:#fff3d6;--warn-ink:#4a3200;
--floor:#eef2f3;--solid:#9aa7ad;--exit:#0b5c63;--refuge:#5b3f95;--link:#6b5300;--group:#7d8c94;
--d1:#dbe6e8;--d2:#f6d98f;--d3:#eba052;--d4:#cf5b2e;--d5:#8c1d18}
@media (prefers-color-scheme:dark){:root{--ink:#e8eef0;--quiet:#a8b6bc;--paper:#12181b;--shade:#1b2428;--line:#3b484e;--accent:#6cc5cc;--second:#f0b066;--warn:#3a2c0a;--warn-ink:#ffe9b8;
--floor:#1f292e;--solid:#5d6b72;--exit:#6cc5cc;--refuge:#bda4f0;--link:#e2c35a;--group:#8d9ca3;
--d1:#2b3a40;--d2:#6b5416;--d3:#a8641d;--d4:#dd6a3c;--d5:#ff9c8f}}
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
main{max-width:72rem;margin:0 auto;padding:16px}
h1{font-size:28px;line-height:1.2;margin:8px 0 16px;overflow-wrap:anywhere}
h2{font-size:22px;line-height:1.3;margin:48px 0 8px;border-top:1px solid var(--line);padding-top:16px}
h3{font-size:18px;margin:24px 0 8px}
p{max-width:66ch;margin:8px 0}
.quiet{color:var(--quiet);font-size:14px}
.notice{background:var(--warn);color:var(--warn-ink);border-left:6px solid var(--second);padding:8px 12px;border-radius:4px;max-width:none}
.languages{border:0;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:4px 16px}
.languages legend{float:left;margin-right:16px;padding:8px 0}
.languages label{display:inline-flex;gap:8px;align-items:center;min-height:44px}
.languages input{width:20px;height:20px;accent-color:var(--accent)}
article{display:none}
.wide{overflow-x:auto;max-width:100%;background:linear-gradient(to right,var(--paper) 40%,transparent) 0 0/3rem 100% no-repeat local,linear-gradient(to left,var(--paper) 40%,transparent) 100% 0/3rem 100% no-repeat local,linear-gradient(to right,var(--line),transparent) 0 0/1rem 100% no-repeat scroll,linear-gradient(to left,var(--line),transparent) 100% 0/1rem 100% no-repeat scroll}
.wide:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;margin:8px 0}
th,td{text-align:left;vertical-align:top;padding:6px 16px 6px 0;border-bottom:1px solid var(--line)}
td.n,th.n{text-align:right}
td.n{white-space:nowrap}
th[scope=row]{min-width:8rem}
.pair th,.pair td{padding-right:8px}
.pair th[scope=row]{min-width:6rem}
thead th{color:var(--quiet);font-weight:600;font-size:14px}
.pair{display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr))}
figure{margin:8px 0}
figcaption{font-size:14px;color:var(--quiet)}
.key{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;padding:0;margin:8px 0;font-size:14px}
.key li{display:inline-flex;gap:6px;align-items:center}
.key svg{width:20px;height:14px;flex:none}
svg{display:block;max-width:100%}
.plan,.map{width:100%;max-height:32rem;background:var(--shade);border-radius:8px}
.floor{fill:var(--floor);stroke:var(--ink);stroke-width:max(.08px,calc(var(--unit)*.35))}
.solid{fill:var(--solid)}
.wall{fill:none;stroke:var(--ink);stroke-width:calc(var(--unit)*.5)}
.group{fill:var(--group);fill-opacity:.25;stroke:var(--group);stroke-width:calc(var(--unit)*.3);stroke-dasharray:calc(var(--unit)*1) calc(var(--unit)*.7)}
.dots{fill:none;stroke:var(--group);stroke-opacity:1;stroke-width:max(.3px,calc(var(--unit)*.45));stroke-linecap:round;stroke-dasharray:none}
.dots.left{stroke:var(--d5);stroke-width:max(.4px,calc(var(--unit)*1.2))}
.area-exit{fill:var(--exit)}.area-refuge{fill:var(--refuge);fill-opacity:.7}.area-link{fill:var(--link);fill-opacity:.7}
.label{font-size:calc(var(--unit)*4.2);font-weight:700;text-anchor:middle;dominant-baseline:central;fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:calc(var(--unit)*1.4);stroke-linejoin:round}
.square.d1{fill:var(--d1)}.square.d2{fill:var(--d2)}.square.d3{fill:var(--d3)}.square.d4{fill:var(--d4)}.square.d5{fill:var(--d5)}
.edge{fill:none;stroke:var(--ink);stroke-width:max(.08px,calc(var(--unit)*.35))}

.ring{fill:none;stroke:var(--ink);stroke-width:calc(var(--unit)*.5)}
.chart{width:100%;max-width:36rem}
.chart text{font-size:12px;fill:var(--quiet)}
.chart .up,.chart .mark{text-anchor:end}.chart .across{text-anchor:middle}
.chart .mark{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:3px}
.grid{stroke:var(--line);stroke-width:1;fill:none}
.line{fill:none;stroke-width:2.2;stroke-linejoin:round}
.line.empirical{stroke:var(--accent)}.line.code-conservative{stroke:var(--second);stroke-dasharray:7 3}
.band.empirical{fill:var(--accent);fill-opacity:.2}.band.code-conservative{fill:var(--second);fill-opacity:.2}
.hand{stroke:var(--quiet);stroke-width:1.2;stroke-dasharray:2 3;fill:none}
.lost{font-weight:700}
@media (max-width:40rem){td.n{white-space:normal}th,td{padding-right:6px}th[scope=row]{min-width:5rem}table{font-size:14px}thead th{font-size:13px}}
@media (forced-colors:active){.square,.area-exit,.area-refuge,.area-link,.line,.band{forced-color-adjust:none}}
@media print{.languages{display:none}body{font-size:11pt}h2{break-after:avoid}figure,tr{break-inside:avoid}main{max-width:none;padding:0}.plan,.map{max-height:18cm}@page{margin:18mm;@bottom-right{content:counter(page)}}}
`;
