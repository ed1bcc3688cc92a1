/**
 * All that the page does by itself: the filter of the calls, and a reading of the chart under the pointer. Without it
 * the page says the same. The text is part of the policy's hash, so it has no values in it.
 */
export const script = `
'use strict';
(() => {
  const byId = (id) => document.getElementById(id);

  const form = byId('call-filters');
  if (form) {
    const rows = [...byId('call-rows').rows];
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const filter = () => {
      const words = byId('call-text').value.toLowerCase().split(/\\s+/).filter(Boolean);
      const onlyChanges = byId('call-changes').checked;
      const onlyOdd = byId('call-errors').checked;
      let shown = 0;
      rows.forEach((row, i) => {
        const fits =
          words.every((word) => texts[i].includes(word)) &&
          (!onlyChanges || row.classList.contains('change')) &&
          (!onlyOdd || row.classList.contains('odd'));
        row.hidden = !fits;
        if (fits) shown += 1;
      });
      byId('call-count').textContent = shown.toLocaleString('en-US') + ' of ' + rows.length.toLocaleString('en-US') + ' shown';
    };
    form.hidden = false;
    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    filter();
  }

  const two = (n) => String(n).padStart(2, '0');
  const clock = (t) => two(Math.floor(t / 60)) + ':' + two(Math.floor(t) % 60) + '.' + (Math.floor(t * 10) % 10);
  for (const chart of document.querySelectorAll('svg.chart')) {
    const from = Number(chart.dataset.from);
    const to = Number(chart.dataset.to);
    const cursor = chart.querySelector('.cursor');
    const readout = document.querySelector('.readout[data-for="' + chart.id + '"]');
    chart.addEventListener('pointermove', (event) => {
      const box = chart.getBoundingClientRect();
      const x = event.clientX - box.left;
      const t = from + (Math.min(Math.max(x, 0), box.width) / box.width) * (to - from);
      chart.classList.add('pointed');
      cursor.setAttribute('x1', x);
      cursor.setAttribute('x2', x);
      const under = event.target.closest('[data-from]');
      const title = under && under !== chart && under.querySelector('title');
      readout.textContent = clock(t) + (title ? '   ' + title.textContent : '');
    });
    chart.addEventListener('pointerleave', () => {
      chart.classList.remove('pointed');
      readout.textContent = '';
    });
  }
})();
`;
