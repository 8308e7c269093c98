import { expect, it } from 'vitest';
import { demoPeople } from '@/seeds/demo/people';
import { projectTree, textOf } from './tree';

interface Shown {
  account: string;
  name: string;
  role: string;
  roleEn: string;
  screen: string;
}

const shown: Shown[] = JSON.parse(textOf(projectTree(), 'seeds/demo/accounts.json'));

it('prints at the start of the demo the accounts that the demo makes, under their names', () => {
  const { persons, accounts } = demoPeople([]);
  const nameOf = new Map(persons.map(({ key, name }) => [key, name]));
  const made = accounts.map(({ login, personKey }) => [login, nameOf.get(personKey)]);
  expect(shown.map(({ account, name }) => [account, name]).sort()).toEqual(made.sort());
});

it('lists the same accounts in the README', () => {
  const rows = [...textOf(projectTree(), 'README.md').matchAll(/^\| `(\w+)` +\| (.+?) *\| (.+?) *\|$/gm)];
  const listed = rows.map(([, account, who, whoEn]) => [account, who, whoEn]);
  expect(listed).toEqual(shown.map(({ account, name, role, roleEn }) => [account, `${name}\uff0c${role}`, roleEn]));
});
