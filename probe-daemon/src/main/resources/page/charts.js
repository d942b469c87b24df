// Lines over the last hour, one for each layer. uPlot draws; each line has a dash of its own, so that nobody needs the colour.
import { h } from './dom.js';
import { clock } from './words.js';

/** So few points would hardly be seen as a line. */
const FEW = 40;
const DASHES = [[], [6, 3], [2, 3], [9, 3, 2, 3], [1, 2], [12, 4]];

function joined(lines) {
    const times = [...new Set(lines.flatMap(line => line.map(([at]) => at)))].sort((a, b) => a - b);
    const index = new Map(times.map((at, i) => [at, i]));
    return [times, ...lines.map(line => {
        const values = new Array(times.length).fill(null);
        for (const [at, value] of line) values[index.get(at)] = value;
        return values;
    })];
}

/** A piece of the line, as the legend shows it. */
function sample(i) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 26 8');
    svg.setAttribute('aria-hidden', 'true');
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    line.setAttribute('d', 'M0 4h26');
    line.setAttribute('class', `line${i % 6}`);
    line.setAttribute('stroke-dasharray', DASHES[i % DASHES.length].join(' '));
    svg.append(line);
    return svg;
}

export class Chart {
    /** write: how a value is written; most: the top of the axis, where it is fixed. */
    constructor(title, write, most = null) {
        this.write = write;
        this.most = most;
        this.plot = null;
        this.names = '';
        this.room = h('div.plot', { role: 'img' });
        this.legend = h('ul.lines');
        this.title = title;
        this.element = h('figure.chart', {}, h('figcaption', {}, title), this.room, this.legend);
    }

    /** series: [{layer, points: [[seconds, value]…]}] */
    show(series, from, to) {
        const names = series.map(one => one.layer).join();
        const data = joined(series.map(one => one.points));
        const known = series.some(one => one.points.some(([, value]) => value !== null));
        this.element.classList.toggle('nothing', !known);
        this.legend.replaceChildren(...known ? [] : [h('li', {}, 'Nothing measured yet.')], ...series.map((one, i) => h('li', {}, sample(i), `${one.layer} `, h('b', {}, this.last(one.points)))));
        this.room.setAttribute('aria-label', `${this.title}: ${series.map(one => `${one.layer} ${this.last(one.points)}`).join(', ')}`);
        if (!this.plot || names !== this.names) {
            this.names = names;
            this.plot?.destroy();
            this.plot = new uPlot(this.options(series), data, this.room);
        } else {
            this.plot.setData(data, false);
        }
        this.plot.setScale('x', { min: from, max: to });
    }

    last(points) {
        const known = points.filter(([, value]) => value !== null).at(-1);
        return known ? this.write(known[1]) : '–';
    }

    options(series) {
        const style = getComputedStyle(document.documentElement);
        const ink = name => style.getPropertyValue(name).trim();
        const axis = { stroke: ink('--dim'), grid: { stroke: ink('--line'), width: 1 }, ticks: { show: false }, font: '11px system-ui, sans-serif' };
        const most = this.most;
        return {
            width: Math.max(260, this.room.clientWidth),
            height: 170,
            cursor: { drag: { x: false, y: false } },
            legend: { show: false },
            scales: { x: { time: true }, y: { range: (plot, low, high) => [0, most ?? Math.max(1e-3, (high ?? 1) * 1.15)] } },
            axes: [{ ...axis, values: (plot, ticks) => ticks.map(tick => clock(tick * 1000).slice(0, 5)) }, { ...axis, size: 62, values: (plot, ticks) => ticks.map(this.write) }],
            series: [{}, ...series.map((one, i) => ({
                label: one.layer,
                stroke: ink(`--line${i % 6}`),
                width: 1.8,
                dash: DASHES[i % DASHES.length],
                spanGaps: false,
                points: { show: plot => plot.data[0].length < FEW, size: 5 },
            }))],
        };
    }

    fit() {
        this.plot?.setSize({ width: Math.max(260, this.room.clientWidth), height: 170 });
    }

    close() {
        this.plot?.destroy();
    }
}
