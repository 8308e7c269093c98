import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';
import type { WholeDatabase } from './whole-database';

const entities: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'", '#39': "'" };

/** The ways in which bytes may say a text: as they are, as a page, as an address, as JSON, and as React splits a page's text. */
function saidIn(bytes: string): string {
  const asPage = bytes
    .replaceAll('<!-- -->', '')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
  const asAddress = bytes.replace(/(?:%[0-9a-f]{2})+/gi, (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
  const asJson = bytes.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  // A phone may be set in groups.
  const asGroups = bytes.replace(/(?<=\d)[ \u2009\u00a0-](?=\d)/g, '');
  return [...new Set([bytes, asPage, asAddress, asJson, asGroups])].join('\n');
}

const latin = /^[\x20-\x7e]+$/;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A name in Latin letters is a word of its own; one in Chinese may stand between any others, as a phone may not. */
function stands(text: string, needle: string): boolean {
  if (!text.includes(needle)) return false;
  if (/^\d+$/.test(needle)) return new RegExp(`(?<!\\d)${needle}(?!\\d)`).test(text);
  return !latin.test(needle) || new RegExp(`(?<![A-Za-z])${escaped(needle)}(?![A-Za-z])`).test(text);
}

const leaves = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(leaves)
      : [];

/** Texts that are the same in every community and in every installation, whoever lives there. */
export function fixedTexts({ rows }: WholeDatabase): string[] {
  const messages = [...leaves(zh), ...leaves(en)].flatMap((text) => text.split(/\{[^{}]*\}|[{}]/));
  const reference = ['category', 'item', 'calendar_day', 'area', 'unit', 'party_org', 'place_point', 'emergency_word'];
  const names = reference.flatMap((table) => (rows[table] ?? []).flatMap((row) => leaves(Object.values(row))));
  return [...new Set([...messages, ...names])].filter((text) => text.length > 1);
}

/** Needles by their first two letters, so that a text is read once for all of them. */
function indexOf(needles: Iterable<string>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const needle of needles) {
    const key = needle.slice(0, 2);
    index.set(key, [...(index.get(key) ?? []), needle]);
  }
  return index;
}

function metIn(text: string, index: ReadonlyMap<string, string[]>): Set<string> {
  const met = new Set<string>();
  for (let at = 0; at < text.length - 1; at++) {
    for (const needle of index.get(text.slice(at, at + 2)) ?? []) if (text.startsWith(needle, at)) met.add(needle);
  }
  return met;
}

/**
 * Which of the texts, of two letters or more, stand in some bytes. One that is part of a longer fixed text ("邻居", who
 * somebody gave as a name) counts where it stands outside of those, and there alone: each fixed text that holds it is
 * taken out first.
 */
export function nameSearch(fixed: readonly string[], needles: Iterable<string>): (bytes: string) => string[] {
  const index = indexOf(needles);
  const longer = new Map<string, string[]>();
  const around = (needle: string): string[] => {
    const known =
      longer.get(needle) ??
      fixed.filter((text) => text !== needle && text.includes(needle)).sort((a, b) => b.length - a.length);
    longer.set(needle, known);
    return known;
  };
  return (bytes) => {
    const text = saidIn(bytes);
    return [...metIn(text, index)].filter((needle) => {
      if (!stands(text, needle)) return false;
      const left = around(needle).reduce((rest, one) => rest.replaceAll(one, '\u0000'), text);
      return stands(left, needle);
    });
  };
}
