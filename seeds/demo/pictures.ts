import sharp from 'sharp';
import type { Picture } from './plan-order';
import { type Random, seededRandom } from './random';
import { corridor, doorstep, pipe, type Scene, stairLamp, steps } from './scenes-indoors';
import { bins, lane, posters, road, unitDoor, wires, yard } from './scenes-outdoors';
import { rect, times } from './strokes';

// Drawn, not photographed: the demo shows no real place and no person.
const width = 560;
const height = 420;

const scenes: Readonly<Record<string, Scene>> = {
  '0103': corridor,
  '0301': posters,
  '0302': corridor,
  '0303': lane,
  '0305': corridor,
  '0401': bins,
  '0402': steps,
  '0403': bins,
  '0501': unitDoor,
  '0502': unitDoor,
  '0503': steps,
  '0601': stairLamp,
  '0602': road,
  '0603': road,
  '0604': road,
  '0701': pipe,
  '0702': stairLamp,
  '0703': pipe,
  '0704': pipe,
  '0801': lane,
  '0802': lane,
  '0803': lane,
  '0804': wires,
  '1101': pipe,
  '1201': wires,
};

const helps = (item: string) => item.startsWith('09') || item === '0101';

/** A typed sheet, or one with a name under it. */
function paper(random: Random, signed: boolean): string {
  const lines = times(signed ? 6 : 9, (i) => rect(130, 130 + i * 26, random.int(180, 380), 7, '#8B8674'));
  const name = `<path d="M330 400 q24 -${random.int(40, 80)} 44 0 t40 -10 t52 ${random.int(-24, 20)}" fill="none" stroke="#2F3A4A" stroke-width="5"/>`;
  const seal = '<circle cx="470" cy="380" r="40" fill="none" stroke="#B9261B" stroke-width="5" opacity=".8"/>';
  return `${rect(0, 0, 640, 480, '#8A7A66')}<g transform="rotate(${random.int(-4, 4)} 320 240)">${rect(90, 30, 460, 430, '#FBF9F2')}${rect(210, 64, 220, 18, '#4A4A44')}${lines}${signed ? name : seal}</g>`;
}

function content(input: PictureInput): string {
  const { item, picture, frame, n } = input;
  const random = seededRandom(frame);
  // Who takes several pictures stands elsewhere for each; before and after are taken from one place.
  const beside = n > 0 && n < 10 ? n * 26 : 0;
  const shift = `translate(${320 + random.int(-12, 12) - beside} 484) scale(${random.between(1.05, 1.1) + beside / 400}) translate(-320 -480)`;
  if (picture === 'document' || picture === 'signature') return paper(random, picture === 'signature');
  const scene = scenes[item] ?? (helps(item) ? doorstep : yard);
  return `<g transform="${shift}">${scene(picture === 'before' || picture === 'same_as_before', random)}</g>`;
}

export interface PictureInput {
  item: string;
  picture: Picture;
  /** The same for all pictures of an order: they show one place. */
  frame: number;
  /** Which picture of the order: below ten the requester's own. */
  n: number;
  /** Time, cell and number, written at the lower edge; a requester's own picture has none. */
  mark?: string;
}

/** One picture as JPEG, 560 × 420: what the item is about, as it was reported or as it was left. */
export async function drawPicture(input: PictureInput): Promise<Buffer> {
  const mark = input.mark
    ? `${rect(0, 448, 640, 32, '#1B211E', 'opacity="0.6"')}<text x="14" y="470" font-size="19" font-family="sans-serif" fill="#FFFFFF">${input.mark}</text>`
    : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 640 480">
<defs><radialGradient id="lit"><stop offset="0" stop-color="#FFF3C4" stop-opacity=".85"/><stop offset="1" stop-color="#FFE9A8" stop-opacity="0"/></radialGradient>
<radialGradient id="edge" r=".75"><stop offset=".55" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".32"/></radialGradient></defs>
${content(input)}${rect(0, 0, 640, 480, 'url(#edge)')}${mark}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}
