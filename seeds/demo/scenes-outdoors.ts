import type { Scene } from './scenes-indoors';
import { line, rect, shape, times } from './strokes';

const facade = (wall: string) =>
  `${rect(0, 0, 640, 480, '#C9D8E0')}${rect(0, 30, 640, 240, wall)}${times(6, (i) => `${rect(26 + i * 104, 66, 62, 78, '#8FA9B5')}${rect(26 + i * 104, 144, 62, 8, '#EFE9DB')}${rect(54 + i * 104, 66, 5, 78, '#EFE9DB')}`)}${rect(0, 236, 640, 34, '#8E8776')}`;
const tree = (x: number, y: number) =>
  `${rect(x - 7, y, 14, 74, '#6B533B')}<circle cx="${x}" cy="${y - 22}" r="52" fill="#5E8058"/><circle cx="${x - 30}" cy="${y}" r="32" fill="#6C8F63"/><circle cx="${x + 30}" cy="${y - 4}" r="30" fill="#54764F"/>`;
const car = (x: number, y: number, paint: string) =>
  `<ellipse cx="${x + 130}" cy="${y + 112}" rx="150" ry="14" fill="#00000055"/><path d="M${x} ${y + 98} v-36 q4 -18 34 -22 l34 -32 q8 -8 22 -8 h78 q16 0 26 12 l24 28 q42 6 44 26 v32 z" fill="${paint}"/><path d="M${x + 76} ${y + 38} l24 -24 q4 -4 10 -4 h20 v28 z M${x + 140} ${y + 10} h22 q10 0 16 8 l18 20 h-56 z" fill="#D5E3EA"/><circle cx="${x + 58}" cy="${y + 98}" r="26" fill="#22282B"/><circle cx="${x + 58}" cy="${y + 98}" r="11" fill="#A7AEB1"/><circle cx="${x + 206}" cy="${y + 98}" r="26" fill="#22282B"/><circle cx="${x + 206}" cy="${y + 98}" r="11" fill="#A7AEB1"/>${rect(x + 4, y + 66, 18, 10, '#F5E7A8')}`;
const bike = (x: number, y: number, paint: string) =>
  `${line(`M${x} ${y} a34 34 0 1 0 .1 0 M${x + 124} ${y} a34 34 0 1 0 .1 0`, '#22282B', 8)}${line(`M${x} ${y + 34} h58 l36 -62 l30 62 M${x + 84} ${y - 30} l22 -14`, paint, 14)}${rect(x + 8, y - 26, 58, 14, '#22282B', 'rx="6"')}${rect(x + 32, y + 4, 40, 40, '#39434A', 'rx="6"')}`;

/** Bins that spill over, or closed on swept ground. */
export const bins: Scene = (bad, random) => {
  const ground = `${facade(random.pick(['#DED2BC', '#D5D9CC', '#E1CDBB']))}${rect(0, 270, 640, 210, '#B4AFA4')}${line('M0 330 H640 M0 410 H640', '#9F9A8F', 2)}`;
  const bin = (x: number, paint: string) =>
    `${shape(`${x},250 ${x + 104},250 ${x + 94},396 ${x + 10},396`, paint)}${rect(x + 34, 300, 36, 30, '#FFFFFF', 'opacity=".85" rx="3"')}<circle cx="${x + 22}" cy="400" r="9" fill="#22282B"/><circle cx="${x + 82}" cy="400" r="9" fill="#22282B"/>${bad ? shape(`${x - 4},250 ${x + 108},250 ${x + 120},196 ${x + 10},190`, paint, 'opacity=".75"') : rect(x - 6, 236, 116, 20, paint, 'rx="6" stroke="#00000033"')}`;
  const bag = (x: number, y: number, r: number, paint: string) =>
    `<path d="M${x - r} ${y} q-6 -${r} ${r * 0.7} -${r * 1.2} l${r * 0.3} -12 l${r * 0.3} 12 q${r * 0.9} ${r * 0.3} ${r * 0.7} ${r * 1.2} z" fill="${paint}"/>`;
  const row = ['#2C6A4A', '#5B6064', '#2F5C8F', '#A4352B'].map((paint, i) => bin(60 + i * 134, paint)).join('');
  if (!bad) return `${ground}${row}${shape('120,430 520,430 560,470 80,470', '#C9C5BB', 'opacity=".8"')}`;
  const bags = times(9, () =>
    bag(
      random.int(70, 580),
      random.int(420, 462),
      random.int(26, 46),
      random.pick(['#23272A', '#3D4650', '#E8E2D2', '#8A2F2A']),
    ),
  );
  const scraps = times(18, () =>
    rect(
      random.int(20, 600),
      random.int(410, 468),
      random.int(10, 26),
      8,
      random.pick(['#F2ECDD', '#C98F4A', '#7FA06B']),
      `transform="rotate(${random.int(-30, 30)} 320 440)"`,
    ),
  );
  const top = times(4, (i) => `${bag(96 + i * 134, 252, 34, '#23272A')}${bag(140 + i * 134, 250, 26, '#D9D2BF')}`);
  return `${ground}${top}${row}${scraps}${bags}`;
};

/** A lane for the fire engine with a car on it, or free. */
export const lane: Scene = (bad, random) => {
  const hatch = times(9, (i) => line(`M${40 + i * 66} 330 l-60 130`, '#E0B422', 9));
  const ground = `${facade(random.pick(['#D8CDB8', '#CCD5D2', '#DCC8B6']))}${tree(590, 196)}${rect(0, 270, 640, 210, '#75787A')}${rect(0, 270, 640, 22, '#B8B2A5')}${line('M10 322 H630 M-40 466 H680', '#E0B422', 10)}${hatch}`;
  const paint = random.pick(['#A33B32', '#E5E6E3', '#3B5C7E', '#2E3436']);
  const cone = (x: number) =>
    `${shape(`${x},356 ${x + 14},356 ${x + 30},430 ${x - 16},430`, '#E0652B')}${rect(x - 24, 428, 62, 10, '#C2501C')}${rect(x - 5, 382, 24, 14, '#F6F1E6')}`;
  return bad ? `${ground}${car(150, 306, paint)}` : `${ground}${cone(70)}${cone(560)}`;
};

/** A cable from a window to an e-bike, or a charging post. */
export const wires: Scene = (bad, random) => {
  const ground = `${facade(random.pick(['#D9CDB7', '#D3D8CE']))}${rect(0, 270, 640, 210, '#B0AA9E')}`;
  return bad
    ? `${ground}${line('M84 150 C110 330 170 250 250 392', '#1C2226', 6)}${line('M292 150 C300 300 420 240 446 388', '#A4352B', 6)}${rect(228, 384, 46, 20, '#F0ECE0', 'rx="4"')}${bike(150, 366, '#9E2E25')}${bike(390, 366, '#2F5C8F')}`
    : `${ground}${rect(60, 190, 520, 14, '#4A545A')}${rect(70, 200, 10, 220, '#4A545A')}${rect(560, 200, 10, 220, '#4A545A')}${rect(300, 250, 50, 120, '#2C6A4A', 'rx="6"')}${rect(310, 262, 30, 26, '#D9F0DF')}${line('M300 320 q-40 60 -60 70 M350 320 q30 60 60 66', '#22282B', 5)}${bike(120, 370, '#9E2E25')}${bike(410, 370, '#2F5C8F')}`;
};

/** A wall full of pasted notices, or painted over. */
export const posters: Scene = (bad, random) => {
  const wall = random.pick(['#D6CBB4', '#CBD0C4', '#D9C7B5']);
  const bricks = times(9, (row) =>
    times(9, (i) => rect(i * 80 - (row % 2) * 40, row * 44, 76, 40, wall, 'stroke="#BDB29B"')),
  );
  const ground = `${rect(0, 0, 640, 400, '#BDB29B')}${bricks}${rect(0, 396, 640, 84, '#9C968A')}${rect(420, 60, 150, 336, '#5E6F66')}${rect(438, 84, 114, 120, '#A9C0C4')}`;
  const notice = () => {
    const [x, y] = [random.int(30, 330), random.int(50, 290)];
    const paper = random.pick(['#F7F3E4', '#F2E27A', '#F3C9C4', '#FFFFFF']);
    return `<g transform="rotate(${random.int(-14, 14)} ${x} ${y})">${rect(x, y, 74, 94, paper, 'stroke="#00000022"')}${rect(x + 10, y + 12, 54, 12, '#B9261B')}${times(4, (i) => rect(x + 10, y + 34 + i * 13, 50 - i * 6, 5, '#7A756A'))}</g>`;
  };
  return bad ? `${ground}${times(11, notice)}` : `${ground}${rect(24, 40, 380, 340, '#E9E2D0', 'opacity=".75"')}`;
};

/** Paving with a hole full of water, or mended. */
export const road: Scene = (bad, random) => {
  const slabs = times(6, (row) =>
    times(8, (i) =>
      rect(i * 92 - (row % 2) * 46, 230 + row * 44, 90, 42, random.pick(['#B9B2A4', '#B1AB9E', '#C0B9AB'])),
    ),
  );
  const ground = `${facade(random.pick(['#D9CDB7', '#D0D6CF']))}${tree(70, 170)}${rect(0, 226, 640, 260, '#8F897D')}${slabs}`;
  return bad
    ? `${ground}<path d="M196 372 l44 -38 l86 -14 l92 18 l46 40 l-36 44 l-112 22 l-90 -20 z" fill="#4B443A"/><path d="M226 374 l40 -26 l74 -8 l70 18 l26 24 l-34 28 l-84 12 l-70 -16 z" fill="#6F8C98"/><path d="M262 372 l60 -14 l58 12" stroke="#BFD5DD" stroke-width="5" fill="none"/>${line('M464 378 l60 -30 M196 372 l-70 22 M418 338 l30 -44', '#4B443A', 6)}`
    : `${ground}${shape('176,326 470,318 492,448 160,452', '#8B9298')}${line('M176 326 L470 318 L492 448 L160 452 z', '#666D72', 4)}${rect(540, 300, 14, 120, '#C9A227')}`;
};

/** A door of the house with broken glass and a hanging closer, or whole. */
export const unitDoor: Scene = (bad, random) => {
  const frame = random.pick(['#4F6472', '#6B4E3A', '#4E5F50']);
  const ground = `${rect(0, 0, 640, 480, '#D8CFBD')}${rect(0, 410, 640, 70, '#9D978A')}${rect(170, 30, 300, 380, '#2D3436')}${rect(182, 42, 136, 368, frame)}${rect(322, 42, 136, 368, frame)}${rect(500, 170, 60, 100, '#AEB6B9', 'rx="6"')}${times(9, (i) => rect(510 + (i % 3) * 15, 200 + Math.floor(i / 3) * 18, 10, 10, '#4B5559'))}`;
  const glass = (x: number) =>
    `${rect(x, 70, 96, 190, '#B9D0D8')}${shape(`${x + 10},250 ${x + 70},80 ${x + 90},80 ${x + 30},250`, '#E4F0F3', 'opacity=".7"')}`;
  return bad
    ? `${ground}${glass(202)}${rect(342, 70, 96, 190, '#1C2326')}${shape('342,70 380,70 352,140 342,150', '#B9D0D8')}${shape('438,260 392,260 420,190 438,170', '#B9D0D8')}${shape('342,260 362,260 350,220', '#B9D0D8')}${line('M330 60 l60 26 l10 60', '#9AA3A7', 7)}${rect(360, 420, 40, 8, '#CFE2E8')}${rect(420, 434, 26, 6, '#CFE2E8')}${rect(300, 446, 34, 6, '#CFE2E8')}`
    : `${ground}${glass(202)}${glass(342)}${line('M330 60 l54 4 l26 -12', '#9AA3A7', 7)}${rect(304, 220, 10, 70, '#D9C27A')}${rect(326, 220, 10, 70, '#D9C27A')}`;
};

/** A yard as people meet in it: nothing is wrong and nothing was mended. */
export const yard: Scene = (_bad, random) =>
  `${facade(random.pick(['#D9CDB7', '#D3D8CE', '#DFCBBA']))}${rect(0, 270, 640, 210, '#A9B394')}${shape('240,270 400,270 520,480 120,480', '#C8C0B0')}${tree(90, 226)}${tree(560, 220)}${rect(150, 350, 130, 14, '#7A5638')}${rect(160, 364, 10, 40, '#4A545A')}${rect(260, 364, 10, 40, '#4A545A')}${rect(430, 300, 76, 96, '#EFE9DB')}${rect(440, 312, 56, 50, '#B9261B')}${rect(440, 370, 40, 5, '#7A756A')}`;
