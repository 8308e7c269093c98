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
  /** 漏水停电: a drop beside a bolt */
  'tap-bolt': 'M8 3s-5.5 6.2-5.5 10.2a5.5 5.5 0 0 0 9.6 3.6M18 3l-5 9h4.5L15 21l6.5-11H17z',
  /** 灯坏了: a hanging lamp that gives no light */
  lamp: 'M12 2v4M5 14a7 7 0 0 1 14 0zM9.5 14a2.5 2.5 0 0 0 5 0M4 19l1.5-1.5M20 19l-1.5-1.5M12 21v-1',
  /** 邻居纠纷: two doors, and a crack between them */
  neighbours: 'M2 21V6l6-3v18M16 3l6 3v15M2 21h20M5.5 12h.01M18.5 12h.01M13 5l-2.5 4 3 3-2.5 4',
  /** 帮忙跑腿: a shopping basket with its handle */
  basket: 'M2 10h20l-2.2 9.2a2 2 0 0 1-1.9 1.5H6.1a2 2 0 0 1-1.9-1.5zM7 10l4-7M17 10l-4-7M9.5 14v3M14.5 14v3',
  /** 身体不适: a heart with its beat */
  unwell:
    'M12 21C5 15.6 2 12.2 2 8.5A5 5 0 0 1 12 6.6a5 5 0 0 1 10 1.9c0 3.7-3 7.1-10 12.5zM5.5 12H9l1.5-2.5 3 5L15 12h3.5',
  /** 其他: what one says oneself */
  speech:
    'M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM8 10.5h.01M12 10.5h.01M16 10.5h.01',
} as const satisfies Record<string, string>;
