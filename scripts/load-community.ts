// npm run load-community -- FOLDER — brings a community in from CSV files: areas, units, branches, people, routes.
// All or nothing; docs/load-community.md says what stands in the files, seeds/example-community is one to look at.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readSetting } from '@/lib/settings/queries/get-setting';
import { loadFolder } from './community/load-folder';
import { CommunityMistakes, mistakeLine } from './community/mistakes';
import { onInstallation } from './open-installation';

const [folder, ...more] = process.argv.slice(2);
if (!folder || more.length > 0) {
  process.stderr.write(
    '用法 / usage: npm run load-community -- FOLDER\n例如 / for example: npm run load-community -- seeds/example-community\n',
  );
  process.exit(2);
}

const names = {
  areas: '区域 areas',
  points: '点位 points',
  neighbours: '相邻网格 neighbouring cells',
  units: '单位 units',
  branches: '党组织 branches',
  people: '人员 people',
  roles: '职务 roles',
  routes: '默认派单 routes',
};

const passwordsFile = path.resolve(
  'data',
  `first-passwords-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}.csv`,
);

process.exitCode = await onInstallation(async (ctx, engine) => {
  if (await readSetting(engine.reader, 'demo')) {
    process.stderr.write(
      '这是演示数据库，请换一个 DATABASE_URL / this database was made by the demo; choose a new DATABASE_URL\n',
    );
    return 1;
  }
  mkdirSync(path.dirname(passwordsFile), { recursive: true });
  try {
    // `npm run` was called in the folder that a relative path is meant from.
    const from = process.env.INIT_CWD ?? process.cwd();
    const { changes, passwords } = await loadFolder(ctx, { folder: path.resolve(from, folder), passwordsFile });
    for (const [kind, name] of Object.entries(names)) {
      const { added, changed, same } = changes[kind as keyof typeof names];
      process.stdout.write(`${name}: 新增 new ${added}, 更新 changed ${changed}, 不变 same ${same}\n`);
    }
    if (passwords.length > 0) {
      process.stdout.write(
        `${passwords.length} 个新账号的初始密码在 ${passwordsFile}，分发后请删除 / first passwords of ${passwords.length} new accounts are in that file; hand them out and delete it\n`,
      );
    }
    return 0;
  } catch (error) {
    if (!(error instanceof CommunityMistakes)) throw error;
    const { mistakes } = error;
    const lines = mistakes.map((mistake) => `  ${mistakeLine(mistake)}\n`).join('');
    process.stderr.write(
      `没有写入任何东西，有 ${mistakes.length} 处要改 / nothing was written; ${mistakes.length} to correct:\n${lines}`,
    );
    return 1;
  }
});
