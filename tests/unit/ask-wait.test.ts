/** “I reported it so many days ago”, answered in the page. */

import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { answerWaits } from '../../src/components/ask-wait.ts';

function pageThatAsks() {
  const { window } = new JSDOM(`
    <div data-waits="waits" hidden><input type="number" value="7"><output></output></div>
    <ul id="waits" hidden>
      <li data-days="0"> Now. </li><li data-days="1">After 1 day.</li><li data-days="7">After 7 days.</li>
      <li data-days="14">After 14 days.</li>
    </ul>`);
  const { document } = window;
  answerWaits(document);
  const input = document.querySelector('input') as HTMLInputElement;
  const type = (text: string) => {
    input.value = text;
    input.dispatchEvent(new window.Event('input', { bubbles: true }));
    return document.querySelector('output')?.textContent;
  };
  return { document, type };
}

test('the question shows once there is a script to answer it, with an answer', () => {
  const { document } = pageThatAsks();
  expect(document.querySelector<HTMLElement>('[data-waits]')?.hidden).toBe(false);
  expect(document.querySelector('output')?.textContent).toBe('After 7 days.');
});

test('each number has the answer of the last day that is told and not past it', () => {
  const { type } = pageThatAsks();
  expect(['0', '1', '6', '14', '400'].map(type)).toEqual([
    'Now.',
    'After 1 day.',
    'After 1 day.',
    'After 14 days.',
    'After 14 days.',
  ]);
});

test('what is no number of days has no answer', () => {
  const { type } = pageThatAsks();
  expect(['', '-3', 'soon'].map(type)).toEqual(['', '', '']);
});
