/** Answers “I reported it so many days ago” from the sentences that stand in the page, one for each number of days. */

/** Shows the question, which is of no use without a script, and answers as its number is changed. */
export function answerWaits(document: Document): void {
  for (const question of document.querySelectorAll<HTMLElement>('[data-waits]')) {
    const input = question.querySelector('input');
    const output = question.querySelector('output');
    if (!input || !output) continue;
    const sentences = sentencesIn(document.getElementById(question.dataset['waits'] ?? ''));
    const answer = () => {
      output.textContent = sentenceAfter(sentences, input.valueAsNumber);
    };
    question.hidden = false;
    input.addEventListener('input', answer);
    answer();
  }
}

type Sentence = readonly [days: number, text: string];

function sentencesIn(list: HTMLElement | null): Sentence[] {
  const items = list?.querySelectorAll<HTMLElement>('[data-days]') ?? [];
  return [...items].map((item) => [Number(item.dataset['days']), item.textContent?.trim() ?? '']);
}

/** Of the last number of days that is not above the one asked for; nothing where none was typed. */
function sentenceAfter(sentences: readonly Sentence[], days: number): string {
  return sentences.findLast(([from]) => from <= days)?.[1] ?? '';
}
