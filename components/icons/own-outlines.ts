/**
 * Icons that no public family has: drawn for this product on lucide's grid (24 px, 2 px stroke, round caps), one path each.
 * `seal` and `seal-check` are kept for verification alone.
 */
export const ownOutlines = {
  /** 网格: 田字格 */
  grid: 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM12 3v18M3 12h18',
  /** 楼栋: a tall and a low block on one street line */
  building: 'M2 21h20M4 21V6l9-3v18M13 9h7v12M8 9h1M8 13h1M8 17h1M17 13h.01M17 17h.01',
  /** 印章: the outer and the inner edge of a seal */
  seal: 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM8.5 8.5h7v7h-7z',
  /** 已验: the same square with a tick */
  'seal-check': 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM8 12l3 3 5-6',
  /** 四议: four seats around one table */
  deliberate: 'M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0M9 3h6M9 21h6M3 9v6M21 9v6',
  /** 物业: the house and its key */
  property:
    'M3 10.5L12 3l9 7.5V20a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM7 14a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0M11.4 14H17v2.5M14.5 14v1.5',
  /** 网格员: a person and the cell in charge */
  'grid-worker': 'M5 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0M2 21a7 7 0 0 1 8.5-6.8M14 14h8v8h-8zM18 14v8M14 18h8',
  /** 长者: a person with a stick */
  elder:
    'M7.5 5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M10 10.5V15l-2.5 6M10 15l3 6M10 11l4.5 3M14.5 14a1.8 1.8 0 0 1 3.5 0v7',
  /** 随手拍: the lens of a phone */
  snapshot:
    'M8 2h8a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zM9 9.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0M11 18h2',
} as const satisfies Record<string, string>;
