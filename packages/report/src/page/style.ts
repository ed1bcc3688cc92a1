import { charts } from './style-charts';

/** Colours by meaning. Contrast of text is at least 4.5 : 1 on its ground in both schemes; a browser test measures it. */
const colours = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #fff; --ink: #1b2330; --soft: #566173; --line: #dfe3ea; --link: #1d5fa8;
  --good: #17643a; --good-ground: #e7f4ec; --bad: #a8121f; --bad-ground: #fdecec; --unknown: #7a5200;
  --side0: #8fb2de; --side0-ink: #173a66; --side1: #3f9f8c; --side2: #a58ad0; --stripe: #ffffff59;
  --chip0: #d9e6f7; --chip1: #cfece5; --chip1-ink: #0d4d40; --chip2: #e8dff6; --chip2-ink: #462a78;
  --failure: #c4162a; --cross: #fff; --plate: #ffffffd9; --seg0: #e6e9ef; --seg1: #d3d9e3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #10141b; --card: #181e28; --ink: #e7ebf2; --soft: #a5b0c2; --line: #2c3544; --link: #8fbef5;
    --good: #7fd6a2; --good-ground: #12291d; --bad: #ff9b9b; --bad-ground: #3a1519; --unknown: #f0c674;
    --side0: #43699c; --side0-ink: #cfe1fb; --side1: #2b8572; --side2: #7458a8; --stripe: #ffffff38;
    --chip0: #23374f; --chip1: #16392f; --chip1-ink: #a8e6d5; --chip2: #352a4c; --chip2-ink: #dccdf7;
    --failure: #d42a3f; --cross: #fff; --plate: #10141bd9; --seg0: #2a3342; --seg1: #374254;
  }
}`;

const text = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
main { max-width: 1240px; margin: 0 auto; padding: 20px 24px 60px; }
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; }
h2 { font-size: 20px; line-height: 1.3; }
h3 { font-size: 15px; margin: 18px 0 6px; }
ul, ol { padding-left: 20px; }
a { color: var(--link); }
code, pre, .code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 13px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
section { margin-top: 20px; padding: 18px 20px 20px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.intro { color: var(--soft); margin: 2px 0 14px; max-width: 80ch; }
.line { display: block; padding: 8px 12px; background: var(--ground); border-radius: 6px; }
summary { cursor: pointer; color: var(--link); padding: 4px 0; }`;

const top = `
.top { padding: 20px 24px 18px; border-radius: 10px; border: 1px solid var(--line); border-left: 8px solid var(--good); background: var(--good-ground); }
.top.failed { border-left-color: var(--bad); background: var(--bad-ground); }
.eyebrow { color: var(--soft); font-size: 14px; }
.verdict { letter-spacing: .06em; color: var(--good); }
.failed .verdict { color: var(--bad); }
h1 { font-size: clamp(30px, 5.4vw, 52px); line-height: 1.12; font-weight: 700; margin: 4px 0 8px; letter-spacing: -.015em; text-wrap: balance; }
.outage-no { color: var(--good); } .outage-yes { color: var(--bad); } .outage-unknown { color: var(--unknown); }
.in-short { font-size: 18px; }
.title { color: var(--soft); margin-top: 4px; }
.answers { display: grid; grid-template: "when who back" auto "long who back" 1fr / 1fr 1fr 1.6fr; gap: 12px; margin-top: 12px; }
.answers:not(:has(.back)) { grid-template: "when long who" auto / 1fr 1fr 1fr; }
.when { grid-area: when; } .long { grid-area: long; } .who { grid-area: who; } .back { grid-area: back; }
.answers > div { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px 14px; }
.answers dt { font-size: 13px; font-weight: 600; color: var(--soft); margin-bottom: 2px; }
.answers dd { font-size: 16px; line-height: 1.4; }
.answers dd p { font-size: 14px; color: var(--soft); margin-top: 4px; }
.names { list-style: none; padding: 0; }
.names li + li { margin-top: 4px; }
.host { font-weight: 600; }
.since { color: var(--soft); font-size: 14px; }
.side-chip { display: inline-block; padding: 0 8px; border-radius: 9px; font-weight: 600; font-size: 14px; border: 1px solid transparent; }
.chip0 { background: var(--chip0); color: var(--side0-ink); } .chip1 { background: var(--chip1); color: var(--chip1-ink); } .chip2 { background: var(--chip2); color: var(--chip2-ink); }
.nobody { background: var(--failure); color: #fff; }
.reasons { border-left: 8px solid var(--bad); }
.reasons h2 { margin-bottom: 6px; }`;

const tables = `
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
.table { border: 1px solid var(--line); border-radius: 6px; margin-top: 8px; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.table { position: relative; }
th, td { text-align: left; vertical-align: top; padding: 5px 10px; border-bottom: 1px solid var(--line); }
tbody tr:last-child > * { border-bottom: 0; }
thead th { background: var(--card); font-size: 13px; color: var(--soft); white-space: nowrap; }
tbody th { font-weight: 600; }
.time { white-space: nowrap; font-variant-numeric: tabular-nums; }
th, td { overflow-wrap: normal; }
td.words, td.code { overflow-wrap: anywhere; }
.words { min-width: 180px; }
.numbers .words { min-width: 240px; }
.tall { max-height: 70vh; overflow-y: auto; }
.tall thead th { position: sticky; top: 0; z-index: 1; box-shadow: 0 1px 0 var(--line); }
.calls .words, .calls .code { min-width: 0; white-space: nowrap; }
.calls .etag { white-space: normal; overflow-wrap: normal; min-width: 120px; }
.calls summary code { display: inline-block; max-width: calc(100% - 20px); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; vertical-align: bottom; }
.calls td:last-child { min-width: 220px; width: 100%; max-width: 0; overflow-wrap: anywhere; }
.calls b { font-weight: 500; }
.calls .change b { font-weight: 700; }
.calls .change td:first-child { box-shadow: inset 3px 0 0 var(--side1); }
.calls .odd td:first-child { box-shadow: inset 3px 0 0 var(--failure); }
.calls .odd .words, .bad { color: var(--bad); font-weight: 600; }
.fault { display: inline-block; font-weight: 400; }
.calls code { font-size: 12px; }
.calls summary { padding: 0; }
pre { margin: 4px 0; padding: 8px; background: var(--ground); border-radius: 6px; font-size: 12px; white-space: pre-wrap; }
.filters { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; margin-bottom: 4px; }
.filters[hidden] { display: none; }
input[type="search"] { font: inherit; width: min(280px, 70vw); padding: 4px 8px; color: var(--ink); background: var(--ground); border: 1px solid var(--soft); border-radius: 6px; }
output { color: var(--soft); }`;

const steps = `
.steps { list-style: none; padding: 0; }
.steps li { display: flex; gap: 12px; padding: 8px 0; border-top: 1px solid var(--line); }
.steps li:first-child { border-top: 0; }
.steps li:target { background: var(--ground); }
.number { flex: none; width: 26px; height: 22px; border-radius: 11px; background: var(--ink); color: var(--card); font-size: 12px; font-weight: 600; text-align: center; line-height: 22px; }
.steps .time { color: var(--soft); margin-right: 6px; }
.stack { display: inline-block; padding: 0 6px; border: 1px solid var(--line); border-radius: 4px; font-size: 13px; color: var(--soft); }
.detail { color: var(--soft); font-size: 14px; }
.way-back { font-size: 14px; margin-top: 2px; }
.way-back span { font-weight: 600; color: var(--soft); margin-right: 4px; }
.way-back span::before { content: "\\21A9\\FE0E"; margin-right: 5px; }`;

const screens = `
@media (max-width: 620px) {
  main { padding: 10px 10px 40px; }
  .top { padding: 14px 16px; }
  section { padding: 14px 14px 16px; }
  .answers, .answers:not(:has(.back)) { display: flex; flex-direction: column; gap: 8px; }
  .answers > div { padding: 8px 14px 10px; }
  .in-short { font-size: 16px; }
  .table table { min-width: 600px; }
}
@media print {
  :root { color-scheme: light; }
  body { background: #fff; font-size: 11px; }
  main { padding: 0; max-width: none; }
  section, .answers > div { break-inside: auto; border-color: #bbb; }
  h2, h3, thead { break-after: avoid; }
  tr, li, figure, .top { break-inside: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .tall { max-height: none; }
  .scroll { overflow: visible; }
  .chart { min-width: 0; }
  td, th, .calls .words, .calls .code, .time { white-space: normal; overflow-wrap: anywhere; min-width: 0; }
  .calls { table-layout: fixed; }
  .calls th:last-child { width: 38%; }
  .calls td:last-child { min-width: 0; max-width: none; }
  .filters, .readout { display: none; }
}`;

export const style = [colours, text, top, charts, tables, steps, screens].join('\n');
