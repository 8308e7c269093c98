import type { Random } from './random';
import { line, rect, shape, times } from './strokes';

/** What stands in a picture of 640 × 480: `bad` as it was reported, else as it was left. The same `random` frames both. */
export type Scene = (bad: boolean, random: Random) => string;

/** A stairway at night, with its lamp out or lit. */
export const stairLamp: Scene = (bad, random) => {
  const wall = random.pick(['#D9CFB6', '#CFD3C4', '#D8C9BB']);
  const steps = times(7, (i) => {
    const [x, y] = [300 - i * 14, 470 - i * 44];
    return shape(
      `${x},${y} ${640},${y} ${640},${y - 18} ${x + 8},${y - 18}`,
      `#${['A9', 'A1', '99', '91', '89', '81', '79'][i]}9486`,
    );
  });
  const room = `${rect(0, 0, 640, 480, wall)}${rect(0, 300, 640, 180, '#7F8A6E', 'opacity=".55"')}${shape('0,0 640,0 640,60 0,96', '#BDB49E')}${steps}${line('M330 430 L250 160', '#5B4A36', 12)}${times(6, (i) => line(`M${322 - i * 14} ${402 - i * 46} v60`, '#6E5B45', 5))}${rect(60, 200, 96, 190, '#6B4E36')}${rect(70, 212, 76, 80, '#7B5B40')}<circle cx="146" cy="300" r="6" fill="#D8C37A"/>${rect(88, 172, 42, 20, '#F3EBD2')}`;
  const lamp = `${rect(196, 68, 48, 10, '#D9D6CE')}<circle cx="220" cy="86" r="17" fill="${bad ? '#8C8878' : '#FFFBE6'}"/>`;
  return bad
    ? `${room}${lamp}${rect(0, 0, 640, 480, '#070B14', 'opacity=".8"')}<ellipse cx="330" cy="430" rx="230" ry="110" fill="#B9C4D6" opacity=".1"/>${rect(500, 40, 90, 110, '#51617C', 'opacity=".65"')}${line('M545 40 v110 M500 95 h90', '#141B29', 5)}`
    : `${room}${rect(500, 40, 90, 110, '#22304A')}${line('M545 40 v110 M500 95 h90', '#E8DFC8', 5)}<circle cx="220" cy="90" r="330" fill="url(#lit)"/>${lamp}`;
};

/** A corridor full of boxes and old furniture, or free from wall to wall. */
export const corridor: Scene = (bad, random) => {
  const wall = random.pick(['#E4DECF', '#DDE3DA', '#E6D9CC']);
  const room = `${rect(0, 0, 640, 480, '#F2EEE4')}${shape('0,0 240,150 240,330 0,480', wall)}${shape('640,0 400,150 400,330 640,480', wall)}${shape('0,480 240,330 400,330 640,480', '#A79E8D')}${rect(240, 150, 160, 180, '#F7F4EA')}${rect(285, 176, 70, 84, '#A9C7DC')}${line('M320 176 v84 M285 218 h70', '#F3F0E6', 5)}${shape('0,330 240,270 240,330 0,480', '#8FA089', 'opacity=".6"')}${shape('640,330 400,270 400,330 640,480', '#8FA089', 'opacity=".6"')}${shape('70,128 150,172 150,398 70,440', '#7A5638')}${shape('570,128 490,172 490,398 570,440', '#7A5638')}${rect(300, 60, 40, 10, '#FFFDF2')}`;
  const box = (x: number, y: number, w: number, h: number) =>
    `${rect(x, y, w, h, '#B98A55')}${rect(x, y, w, 12, '#CFA26C')}${rect(x + w / 2 - 6, y, 12, h, '#D9B98A')}${line(`M${x} ${y} h${w} v${h} h-${w} z`, '#80592F', 2)}`;
  return bad
    ? `${room}${rect(30, 190, 120, 250, '#6A4A31')}${line('M90 190 v250 M40 260 h100 M40 340 h100', '#4A321F', 4)}${box(150, 330, 104, 92)}${box(170, 252, 84, 80)}${box(400, 300, 80, 70)}${box(452, 352, 128, 104)}${box(486, 278, 84, 76)}${line('M300 410 a46 46 0 1 0 .1 0 M420 410 a46 46 0 1 0 .1 0 M300 364 l46 -62 l60 60 h-104 M346 302 h-26 M406 362 l-12 -76 h24', '#2F3A40', 7)}`
    : `${room}${shape('210,350 260,342 350,470 250,478', '#C3BBAC', 'opacity=".7"')}${shape('360,342 400,346 470,460 420,470', '#C3BBAC', 'opacity=".5"')}${rect(436, 210, 34, 44, '#C0392B', 'rx="3"')}${rect(442, 218, 22, 6, '#F7F4EA')}${rect(442, 230, 22, 4, '#F7F4EA')}`;
};

/** Steps with litter and stains, or mopped. */
export const steps: Scene = (bad, random) => {
  const tone = random.pick(['#B5AFA3', '#B9B1A0', '#AEB1AB']);
  const flight = times(
    6,
    (i) =>
      `${rect(0, 110 + i * 66, 640, 46, tone)}${rect(0, 156 + i * 66, 640, 20, '#8C867A')}${rect(0, 110 + i * 66, 640, 6, '#6F8F7C')}`,
  );
  const room = `${rect(0, 0, 640, 110, '#E1DBCC')}${flight}${rect(0, 0, 46, 480, '#CFC8B6')}${line('M52 470 V70', '#6B4E36', 14)}`;
  const litter = times(26, () => {
    const [x, y] = [random.int(70, 610), 118 + random.int(0, 5) * 66 + random.int(4, 34)];
    return random.pick([
      rect(x, y, 22, 5, '#F4EFE2', `transform="rotate(${random.int(0, 170)} ${x} ${y})"`),
      rect(x, y, 40, 26, '#EDE7D6', `transform="rotate(${random.int(-40, 40)} ${x} ${y})" stroke="#A39B86"`),
      `<ellipse cx="${x}" cy="${y}" rx="${random.int(16, 46)}" ry="9" fill="#5D5343" opacity=".55"/>`,
      `${rect(x, y, 18, 30, '#B5473B', 'rx="4"')}${rect(x + 5, y - 8, 8, 9, '#D9D3C4')}`,
    ]);
  });
  const gleam = times(6, (i) =>
    shape(
      `${120 + i * 12},${116 + i * 66} ${300 + i * 12},${116 + i * 66} ${250 + i * 12},${156 + i * 66} ${80 + i * 12},${156 + i * 66}`,
      '#FFFFFF',
      'opacity=".3"',
    ),
  );
  return bad ? `${room}${litter}` : `${room}${gleam}`;
};

/** A pipe that sprays onto the floor, or holds with a new collar. */
export const pipe: Scene = (bad, random) => {
  const tile = random.pick(['#DDE5E6', '#E4E4DA', '#DCE3DC']);
  const grid =
    times(8, (i) => line(`M${i * 90} 0 V360`, '#C3CCCB', 2)) + times(5, (i) => line(`M0 ${i * 90} H640`, '#C3CCCB', 2));
  const room = `${rect(0, 0, 640, 360, tile)}${grid}${rect(0, 360, 640, 120, '#9A948A')}${rect(300, 0, 44, 360, '#8A9398')}${rect(308, 0, 10, 360, '#B4BCC0')}${rect(344, 250, 220, 34, '#8A9398')}${rect(344, 256, 220, 8, '#B4BCC0')}`;
  const spray = times(22, () => {
    const [dx, dy] = [random.int(-190, 190), random.int(40, 190)];
    return line(`M322 190 q${dx / 2} -30 ${dx} ${dy}`, '#DDEFF7', random.int(2, 5), 'opacity=".85"');
  });
  return bad
    ? `${room}${spray}${line('M306 186 l14 10 l-8 12 l22 6', '#3A2E25', 5)}<ellipse cx="320" cy="420" rx="270" ry="46" fill="#7FA3B5" opacity=".9"/><ellipse cx="300" cy="412" rx="150" ry="20" fill="#C7DDE6" opacity=".7"/>`
    : `${room}${rect(288, 164, 68, 62, '#C9A227', 'rx="6"')}${rect(288, 176, 68, 8, '#8C6F14')}${rect(288, 206, 68, 8, '#8C6F14')}<circle cx="450" cy="267" r="34" fill="#F4F1E8" stroke="#4A545A" stroke-width="8"/>${line('M450 267 l16 -18', '#B9261B', 5)}`;
};

/** A bag of groceries or medicine at a door. */
export const doorstep: Scene = (_bad, random) => {
  const door = random.pick(['#7A4B33', '#5F6B4A', '#6A4A5A']);
  const bag = random.pick(['#F3EFE6', '#DDE9DD', '#F0DFC8']);
  return `${rect(0, 0, 640, 480, '#DCD4C3')}${rect(0, 400, 640, 80, '#A39A88')}${rect(180, 40, 260, 360, door)}${rect(206, 66, 208, 140, '#00000022')}${rect(206, 230, 208, 140, '#00000022')}<circle cx="412" cy="226" r="10" fill="#D9C27A"/>${rect(248, 6, 124, 30, '#B9261B')}${rect(196, 398, 230, 26, '#6B7A5E')}${shape('460,300 572,300 586,446 446,446', bag)}${line('M488 302 q28 -50 56 0', '#8A8371', 7)}<circle cx="486" cy="292" r="20" fill="#6F9A52"/><circle cx="520" cy="284" r="18" fill="#C4622D"/>${rect(536, 262, 18, 44, '#E9E3D2')}${rect(482, 350, 70, 44, '#FFFFFF')}${rect(510, 356, 14, 32, '#2F7D5B')}${rect(501, 365, 32, 14, '#2F7D5B')}`;
};
