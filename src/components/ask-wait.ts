/** Answers “I reported it so many days ago” from the sentences that stand in the page, one for each number of days. */

/** Shows the form, which is of no use without a script, and answers as its number is changed. */
export function answerWaits(document: Document): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-waits]')) {
    const input = form.querySelector('input');
    const output = form.querySelector('output');
    if (!input || !output) continue;
    const sentences = sentencesIn(document.getElementById(form.dataset['waits'] ?? ''));
    const answer = () => {
      output.textContent = sentenceAfter(sentences, input.valueAsNumber);
    };
    form.hidden = false;
    form.addEventListener('input', answer);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      answer();
    });
    answer();
  }
}

type Sentence = readonly [days: number, text: string];

function sentencesIn(list: HTMLElement | null): Sentence[] {
  const items = list?.querySelectorAll<HTMLElement>('[data-days]') ?? [];
  return [...items].map((item) => [Number(item.dataset['days']), item.textContent?.trim() ?? '']);
}

/** Of the last number of days that is not above the one asked for; nothing where none was typed. */
export function sentenceAfter(sentences: readonly Sentence[], days: number): string {
  return sentences.findLast(([from]) => from <= days)?.[1] ?? '';
}
