import { describe, expect, it } from 'vitest';
import { readKey } from '@/app/_desk/keys/read-key';

const key = (name: string, more: object = {}) => ({
  key: name,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...more,
});

describe('single keys of the desk', () => {
  it.each([
    ['j', 'next'],
    ['ArrowUp', 'previous'],
    ['a', 'dispatch'],
    ['3', 'pick3'],
    ['/', 'search'],
    ['x', 'select'],
    ['u', 'undo'],
    ['Enter', 'open'],
  ])('%s on the page is %s', (name, act) => {
    expect(readKey(key(name), 'page')).toBe(act);
  });

  it('belong to a field while somebody writes there, but for Escape', () => {
    for (const name of ['j', 'a', '1', '/', '?', 'x', 'Enter', 'ArrowDown'])
      expect(readKey(key(name), 'text'), name).toBeNull();
    expect(readKey(key('Escape'), 'text')).toBe('leave');
  });

  it('mean nothing while Chinese is composed, wherever the keyboard stands', () => {
    for (const where of ['text', 'page', 'control', 'radio'] as const) {
      expect(readKey(key('a', { isComposing: true }), where)).toBeNull();
      expect(readKey(key('Process'), where)).toBeNull();
      expect(readKey(key('Escape', { isComposing: true }), where)).toBeNull();
    }
  });

  it('leave combinations to the browser', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey']) {
      for (const name of ['a', 'r', 'p', '1', 'Enter']) expect(readKey(key(name, { [held]: true }), 'page')).toBeNull();
    }
  });

  it('send nothing while a key is held down; only the steps go on', () => {
    for (const name of ['a', 'u', 'x', '2', 'Enter']) expect(readKey(key(name, { repeat: true }), 'page')).toBeNull();
    expect(readKey(key('j', { repeat: true }), 'page')).toBe('next');
  });

  it('leave Enter to links and buttons, and arrows to a radio group', () => {
    expect(readKey(key('Enter'), 'control')).toBeNull();
    expect(readKey(key('ArrowDown'), 'radio')).toBeNull();
    expect(readKey(key('2'), 'radio')).toBe('pick2');
    expect(readKey(key('a'), 'radio')).toBe('dispatch');
  });

  it('with Shift are a range and the two signs, and no dispatch', () => {
    expect(readKey(key('X', { shiftKey: true }), 'control')).toBe('select_range');
    expect(readKey(key('?', { shiftKey: true }), 'page')).toBe('help');
    expect(readKey(key('A', { shiftKey: true }), 'page')).toBeNull();
  });
});
