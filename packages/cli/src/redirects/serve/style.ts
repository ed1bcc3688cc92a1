/** Colours by meaning. Contrast of text is at least 4.5 : 1 on its ground in both schemes; a browser test measures it. */
const colours = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #fff; --ink: #1b2330; --soft: #566173; --line: #dfe3ea; --link: #1d5fa8;
  --good: #17643a; --good-ground: #e7f4ec; --bad: #a8121f; --bad-ground: #fdecec; --button-ink: #fff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #10141b; --card: #181e28; --ink: #e7ebf2; --soft: #a5b0c2; --line: #2c3544; --link: #8fbef5;
    --good: #7fd6a2; --good-ground: #12291d; --bad: #ff9b9b; --bad-ground: #3a1519; --button-ink: #10141b;
  }
}`;

const text = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
main { max-width: 1240px; margin: 0 auto; padding: 20px 24px 60px; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; }
h1 { font-size: 26px; line-height: 1.2; }
h2 { font-size: 20px; margin-bottom: 8px; }
h3 { font-size: 15px; margin: 14px 0 4px; }
a { color: var(--link); }
code, pre { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.soft { color: var(--soft); font-size: 14px; font-weight: 400; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
section { margin-top: 18px; padding: 16px 20px 20px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.trouble { margin-top: 12px; padding: 10px 14px; color: var(--bad); background: var(--bad-ground); border-left: 6px solid var(--bad); border-radius: 6px; }`;

const forms = `
form { display: flex; flex-wrap: wrap; gap: 10px 14px; align-items: end; }
label { display: flex; flex-direction: column; font-size: 13px; font-weight: 600; color: var(--soft); }
label.wide { flex: 1 1 320px; min-width: 0; }
input { font: 15px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; padding: 6px 10px; width: 100%; color: var(--ink); background: var(--ground); border: 1px solid var(--soft); border-radius: 6px; }
input::placeholder { color: var(--soft); opacity: 1; }
button { font: inherit; font-weight: 600; padding: 6px 18px; color: var(--button-ink); background: var(--link); border: 1px solid transparent; border-radius: 6px; cursor: pointer; }`;

const answers = `
#result { margin-top: 16px; }
.answer { font-size: 18px; }
.status { display: inline-block; padding: 0 10px; border-radius: 6px; background: var(--good-ground); color: var(--good); }
.status.s4, .status.s5 { background: var(--bad-ground); color: var(--bad); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 2px 14px; margin: 8px 0; }
dt { color: var(--soft); }
pre { margin: 0; max-height: 200px; overflow: auto; white-space: pre-wrap; }
.steps { margin-top: 6px; padding-left: 24px; }
.steps > li { padding: 4px 0; }
.steps ul { list-style: none; padding: 0; }
.steps .answers { border-left: 4px solid var(--good); padding-left: 10px; background: var(--good-ground); border-radius: 4px; }
.steps .answers .soft { color: var(--ink); }
.mark { display: inline-block; min-width: 34px; font-weight: 600; }
.holds .mark { color: var(--good); } .fails .mark { color: var(--bad); }`;

const tables = `
.scroll { overflow-x: auto; margin-top: 8px; border: 1px solid var(--line); border-radius: 6px; position: relative; }
table { border-collapse: collapse; width: 100%; min-width: 720px; font-size: 14px; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: 5px 10px; border-bottom: 1px solid var(--line); font-weight: 400; }
tbody th { font-weight: 600; }
thead th { white-space: nowrap; color: var(--soft); font-size: 13px; font-weight: 600; }
tbody tr:last-child > * { border-bottom: 0; }
@media (max-width: 620px) { main { padding: 12px 10px 40px; } section { padding: 12px 14px 16px; } dl { grid-template-columns: minmax(0, 1fr); } dd { margin-bottom: 6px; } }`;

export const style = [colours, text, forms, answers, tables].join('\n');
