import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export interface Tile {
  href: string;
  icon: IconName;
  label: ReactNode;
}

/** Ways onward as big squares, two beside each other; in elder modes full rows. */
export function Tiles({ tiles }: { tiles: Tile[] }) {
  return (
    <ul className="tiles">
      {tiles.map((tile) => (
        <li key={tile.href}>
          <a className="card tile" href={tile.href}>
            <Icon name={tile.icon} className="icon-lg" />
            {tile.label}
          </a>
        </li>
      ))}
    </ul>
  );
}
