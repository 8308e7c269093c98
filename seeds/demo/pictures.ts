import sharp from 'sharp';
import type { Picture } from './plan-order';
import { seededRandom } from './random';

// Drawn, not photographed: the demo shows no real place and no person. Each picture differs by its order's number.
const width = 480;
const height = 360;

const grounds: Record<Exclude<Picture, 'same_as_before'>, [string, string]> = {
  before: ['#B7A78F', '#7A6A55'],
  after: ['#A9C3B5', '#5E8474'],
  scene: ['#B9C7CF', '#6C808C'],
  document: ['#F6F3EA', '#E6E0D0'],
  signature: ['#F8F6F0', '#ECE6D8'],
};

function shapes(seed: number, picture: Picture): string {
  const random = seededRandom(seed);
  const rect = (fill: string) =>
    `<rect x="${random.int(20, 480)}" y="${random.int(180, 360)}" width="${random.int(40, 140)}" height="${random.int(30, 110)}" rx="4" fill="${fill}" opacity="0.75"/>`;
  if (picture === 'document') {
    return Array.from(
      { length: 9 },
      (_, i) => `<rect x="90" y="${90 + i * 36}" width="${random.int(260, 460)}" height="10" fill="#8B8674"/>`,
    ).join('');
  }
  if (picture === 'signature') {
    return `<path d="M120 300 q60 -${random.int(60, 140)} 110 0 t110 -10 t130 ${random.int(-40, 40)}" fill="none" stroke="#2F3A4A" stroke-width="6"/>`;
  }
  const building = `<rect x="0" y="60" width="640" height="150" fill="#D9D3C4"/>${Array.from({ length: 8 }, (_, i) => `<rect x="${20 + i * 78}" y="95" width="44" height="60" fill="#8FA3A8"/>`).join('')}`;
  const things =
    picture === 'before' ? Array.from({ length: random.int(4, 7) }, () => rect('#5B4A3A')).join('') : rect('#7FA08F');
  return building + things;
}

/** One picture as JPEG, 480 × 360, with the order's number and what it shows written at the bottom. */
export async function drawPicture(input: { seed: number; picture: Picture; caption: string }): Promise<Buffer> {
  const [top, bottom] = grounds[input.picture === 'same_as_before' ? 'before' : input.picture];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 640 480">
<defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs>
<rect width="100%" height="100%" fill="url(#g)"/>${shapes(input.seed, input.picture)}
<rect x="0" y="440" width="640" height="40" fill="#1B211E" opacity="0.72"/>
<text x="16" y="467" font-size="22" font-family="sans-serif" fill="#FFFFFF">${input.caption}</text></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}
