import { narrowestPixels } from '../svg/scale';

export const charts = `
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; list-style: none; padding: 0; margin-bottom: 8px; font-size: 14px; }
.swatch { display: inline-block; width: 22px; height: 12px; border-radius: 2px; margin-right: 6px; }
.swatch.chip0 { background: var(--side0); }
.swatch.chip1 { background: repeating-linear-gradient(45deg, var(--stripe) 0 2px, transparent 2px 6px), var(--side1); }
.swatch.chip2 { background: radial-gradient(var(--stripe) 1px, transparent 1.5px) 0 0 / 6px 6px, var(--side2); }
.swatch.chip-failed { background: repeating-linear-gradient(45deg, var(--cross) 0 1px, transparent 1px 5px), repeating-linear-gradient(-45deg, var(--cross) 0 1px, transparent 1px 5px), var(--failure); }
.chart { display: block; min-width: ${narrowestPixels}px; overflow: visible; }
section > .scroll:has(.chart) { padding: 0 12px 4px; margin: 0 -12px; }
.chart text { font: 12px system-ui, sans-serif; fill: var(--ink); }
.chart .name { paint-order: stroke; stroke: var(--card); stroke-width: 4px; }
.chart .time { fill: var(--soft); font-size: 11px; }
.chart .name { font-weight: 600; font-size: 13px; }
.chart .note { font-weight: 400; font-size: 12px; fill: var(--soft); }
.tick { stroke: var(--line); }
.step { stroke: var(--soft); stroke-dasharray: 2 3; opacity: .7; }
.cursor { stroke: var(--ink); pointer-events: none; display: none; }
.pointed .cursor { display: inline; }
.tone1 { fill: var(--side1); } .tone2 { fill: var(--side2); } .stripe { fill: var(--stripe); }
.failure { fill: var(--failure); }
.cross { stroke: var(--cross); stroke-width: 1.5; fill: none; }
.hole, .span { stroke: var(--failure); stroke-width: 3; }
.plate { fill: var(--plate); }
.chart .side { font-weight: 600; }
.stretch rect { shape-rendering: crispEdges; }
.column rect { fill: var(--side0); shape-rendering: crispEdges; } .column.other rect { fill: var(--side1); }
.ground { stroke: var(--soft); }
.segment.s0 rect { fill: var(--seg0); } .segment.s1 rect { fill: var(--seg1); }
.segment text { font-size: 11px; pointer-events: none; }
.marker rect { fill: var(--ink); } .marker text { fill: var(--card); font-size: 11px; font-weight: 600; }
.chart .marker .label { fill: var(--ink); font-weight: 400; font-size: 12px; paint-order: stroke; stroke: var(--card); stroke-width: 3px; }
.marker:focus-visible { outline: none; } .marker:focus-visible rect { stroke: var(--link); stroke-width: 3; }
.readout { min-height: 22px; font-size: 13px; color: var(--soft); white-space: pre-wrap; font-variant-numeric: tabular-nums; }
.origins, .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); gap: 18px; }
.origins figcaption { font-size: 14px; margin-bottom: 6px; }
.area { display: block; width: 100%; height: 72px; background: var(--ground); border-bottom: 1px solid var(--soft); }
.area .load { fill: var(--side0); } .area .sick { fill: var(--failure); }
.ends { display: flex; justify-content: space-between; font-size: 12px; color: var(--soft); }`;
