// Segments as blocks on one time axis, a lane for each layer: gaps, discontinuities, drift and lag are seen, not read.
import { h } from './dom.js';
import { clock, span } from './words.js';

const LANE = 15;
const HEAD = 22;
const AXIS = 24;
const MOST_SPAN = 180000;
/** A lane that ends this much before the newest has no say in what is shown. */
const FRESH = 45000;
const BEHIND = 15000;
/** Media of the future: nobody has that, so its dates are wrong. */
const AHEAD = 30000;
const STEPS = [2, 5, 10, 15, 30, 60];

/** rows: [{title, lanes: [{layer, segments}]}], now: the probe's clock. Returns what was drawn, for the pointer. */
export function draw(canvas, rows, now, names) {
    const style = getComputedStyle(document.documentElement);
    const ink = name => style.getPropertyValue(name).trim();
    const width = canvas.clientWidth;
    const height = AXIS + rows.reduce((sum, row) => sum + HEAD + row.lanes.length * LANE, 0) + 4;
    const scale = devicePixelRatio;
    canvas.style.height = `${height}px`;
    if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
        canvas.width = Math.round(width * scale);
        canvas.height = Math.round(height * scale);
    }
    const pen = canvas.getContext('2d');
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, width, height);
    const view = bounds(rows, now);
    const { from, until } = view;
    const left = Math.min(names, width / 3);
    const x = at => left + (at - from) / (until - from) * (width - left - 8);
    axis(pen, { from, until, now, x, height, width, left }, ink);
    const boxes = [];
    let y = AXIS;
    for (const row of rows) {
        pen.fillStyle = ink('--ink');
        pen.font = '600 12px system-ui, sans-serif';
        pen.fillText(row.title, 0, y + 15);
        y += HEAD;
        for (const lane of row.lanes) {
            pen.fillStyle = ink('--dim');
            pen.font = '11px system-ui, sans-serif';
            pen.fillText(lane.layer, 10, y + LANE - 4.5, left - 14);
            pen.fillStyle = ink('--major');
            pen.fillText(still(lane, view), Math.max(left + 2, x(lastSeen(lane, view)) + 6), y + LANE - 4.5);
            lane.segments.forEach((segment, i) => {
                if (segment[1] + segment[2] >= from && segment[1] <= until) block(pen, segment, lane.segments[i - 1], y, x, Math.max(from, segment[1]), ink, boxes, lane);
            });
            y += LANE;
        }
    }
    return boxes;
}

const end = lane => lane.segments.length ? lane.segments.at(-1)[1] + lane.segments.at(-1)[2] : 0;

/** Of the lanes that go on: one that stood still long ago, or whose dates are wrong, must not make the others too small to see. */
function bounds(rows, now) {
    const lanes = rows.flatMap(row => row.lanes).filter(lane => lane.segments.length && end(lane) < now + AHEAD);
    const newest = lanes.reduce((most, lane) => Math.max(most, end(lane)), 0);
    const starts = lanes.filter(lane => end(lane) > newest - FRESH).map(lane => lane.segments[0][1]);
    const until = Math.max(now, newest);
    const least = starts.reduce((a, b) => Math.min(a, b), until - 10000);
    return { now, until, newest, from: Math.max(least, Math.min(until - MOST_SPAN, newest - 5000)) };
}

/** Where the last block ends that is drawn. */
function lastSeen(lane, { from, until }) {
    const seen = lane.segments.findLast(segment => segment[1] + segment[2] >= from && segment[1] <= until);
    return seen ? seen[1] + seen[2] : from;
}

/** In words, where there is no block to see, or where the end is far from that of the others. */
function still(lane, { now, from, newest }) {
    if (!lane.segments.length) return 'no segments';
    const last = end(lane);
    if (last >= now + AHEAD) return `its dates are ${span(last - now)} ahead of the clock`;
    if (last < from) return `stands still: the newest segment ended at ${clock(last)}`;
    return newest - last > BEHIND ? `${span(newest - last)} behind the others` : '';
}

function axis(pen, { from, until, now, x, height, width, left }, ink) {
    const step = (STEPS.find(s => (until - from) / 1000 / s <= width / 90) ?? 60) * 1000;
    pen.font = '11px system-ui, sans-serif';
    for (let at = Math.ceil(from / step) * step; at <= until; at += step) {
        pen.fillStyle = ink('--line');
        pen.fillRect(x(at), AXIS - 6, 1, height);
        if (x(at) - 24 > left && x(at) + 44 < x(now)) {
            pen.fillStyle = ink('--dim');
            pen.fillText(clock(at), x(at) - 24, 12);
        }
    }
    pen.fillStyle = ink('--accent');
    pen.fillRect(x(now), AXIS - 8, 1.5, height);
    pen.fillText('now', Math.min(x(now) - 8, width - 24), 12);
}

/** The same segment has the same shade in every lane. */
function block(pen, [number, start, length, marks], before, y, x, shown, ink, boxes, lane) {
    const a = x(shown);
    const b = x(start + length);
    const hole = before ? start - before[1] - before[2] : 0;
    const top = y + 2;
    const tall = LANE - 4;
    if (hole > 40) {
        pen.fillStyle = ink('--major');
        pen.fillRect(x(before[1] + before[2]), y + LANE / 2 - 1, Math.max(2, a - x(before[1] + before[2])), 2);
    }
    if (marks.includes('g')) {
        pen.strokeStyle = ink('--critical');
        pen.setLineDash([3, 2]);
        pen.strokeRect(a + 1, top + 0.5, Math.max(1, b - a - 2.5), tall - 1);
        pen.setLineDash([]);
    } else {
        pen.fillStyle = ink(parity(number) ? '--block' : '--block2');
        pen.fillRect(a + 0.5, top, Math.max(1, b - a - 1), tall);
    }
    if (hole < -40) {
        pen.fillStyle = ink('--major');
        pen.fillRect(a, top, Math.max(2, x(before[1] + before[2]) - a), 3);
    }
    if (marks.includes('d')) {
        pen.fillStyle = ink('--minor');
        pen.beginPath();
        pen.moveTo(a - 4, y);
        pen.lineTo(a + 5, y);
        pen.lineTo(a + 1.5, top + 5);
        pen.lineTo(a + 1.5, y + LANE);
        pen.lineTo(a - 0.5, y + LANE);
        pen.lineTo(a - 0.5, top + 5);
        pen.fill();
    }
    boxes.push({ a, b, y, number, start, length, marks, hole, lane });
}

const parity = number => (number.charCodeAt(number.length - 1) & 1) === 1;

export function about(box) {
    const words = [`segment ${box.number}`, `${box.lane.layer}`, `${clock(box.start)} + ${(box.length / 1000).toFixed(2)} s`];
    if (box.marks.includes('d')) words.push('discontinuity before it');
    if (box.marks.includes('g')) words.push('a gap');
    if (Math.abs(box.hole) > 40) words.push(box.hole > 0 ? `${(box.hole / 1000).toFixed(2)} s missing before it` : `overlaps by ${(-box.hole / 1000).toFixed(2)} s`);
    return words.join(' · ');
}

export const at = (boxes, px, py) => boxes.find(box => px >= box.a && px <= box.b && py >= box.y && py < box.y + LANE);

/** The same in words, for those who do not see the picture. */
export function table(rows, now) {
    return h('table', {}, h('thead', {}, h('tr', {}, ['Rendition', 'Layer', 'Segments', 'Newest ends', 'Behind', 'Discontinuities', 'Gaps', 'Holes in time'].map(name => h('th', { scope: 'col' }, name)))),
        h('tbody', {}, rows.flatMap(row => row.lanes.map(lane => {
            const last = lane.segments.at(-1);
            const end = last ? last[1] + last[2] : null;
            const marked = mark => lane.segments.filter(segment => segment[3].includes(mark)).length;
            const holes = lane.segments.filter((segment, i) => i && Math.abs(segment[1] - lane.segments[i - 1][1] - lane.segments[i - 1][2]) > 40).length;
            return h('tr', {}, [row.title, lane.layer, lane.segments.length, end ? clock(end) : '–', end ? `${((now - end) / 1000).toFixed(1)} s` : '–', marked('d'), marked('g'), holes].map(cell => h('td', {}, String(cell))));
        }))));
}
