/** The fake organization: its cases at the moment that its clock shows, and what our account may see of them. */

import { type CaseEvent, lifecycle } from './lifecycle.ts';
import { caseFields, type FakeField, historyFields, statusFields } from './fields.ts';
import { caseTable, type FakeTable, historyTable, statusTable } from './tables.ts';

export interface OrganizationOptions {
  /** How many cases there will ever be. */
  readonly size: number;
  /** When the first was opened; the others follow at even distances. */
  readonly start: Date;
  readonly secondsApart: number;
}

export class Organization {
  readonly options: OrganizationOptions;
  /** Its own clock; tests move it. */
  now: Date;
  /** Against which its answers are dated, where that is another. */
  clockOffsetMs = 0;
  /** Fields that our account may not see, and new names of fields that were renamed. */
  readonly hidden = new Set<string>();
  readonly renamed = new Map<string, string>();
  /** Objects that our account may not read. */
  readonly closed = new Set<string>();
  /** Objects that no job in bulk may read. */
  readonly notInBulk = new Set<string>();
  usedRequests = 100;
  readonly requestLimit = 15_000;
  /** What happened to single cases besides their course of life. */
  readonly edits = new Map<number, CaseEvent[]>();

  constructor(options: OrganizationOptions, now: Date) {
    this.options = options;
    this.now = now;
  }

  createdAt(index: number): number {
    return this.options.start.getTime() + index * this.options.secondsApart * 1000;
  }

  /** How many cases there are now, deleted ones too. */
  count(): number {
    const seconds = (this.now.getTime() - this.options.start.getTime()) / 1000;
    return Math.min(this.options.size, Math.max(0, Math.floor(seconds / this.options.secondsApart) + 1));
  }

  /** In order of time, up to now. */
  events(index: number): CaseEvent[] {
    const all = lifecycle(index, this.createdAt(index));
    const edits = this.edits.get(index);
    const sorted = edits === undefined ? all : [...all, ...edits].sort((a, b) => a.at - b.at);
    return sorted.filter(({ at }) => at <= this.now.getTime());
  }

  /** As it happens when somebody edits a case at this moment. */
  edit(index: number, change: Partial<Pick<CaseEvent, 'status' | 'isDeleted' | 'dueOn'>>): void {
    const last = this.events(index).at(-1)!;
    const event = { ...last, ...change, at: Math.floor(this.now.getTime() / 1000) * 1000 };
    this.edits.set(index, [...(this.edits.get(index) ?? []), event]);
  }

  /** Undefined where our account sees none of that name. */
  table(object: string): FakeTable | undefined {
    if (this.closed.has(object)) return undefined;
    if (object === 'Case') return caseTable(this);
    if (object === 'CaseHistory2') return historyTable(this);
    return object === 'CaseStatus' ? statusTable() : undefined;
  }

  fields(object: string): FakeField[] {
    const all = { Case: caseFields, CaseHistory2: historyFields, CaseStatus: statusFields }[object] ?? [];
    return all
      .filter(({ name }) => !this.hidden.has(name))
      .map((field) => ({ ...field, name: this.renamed.get(field.name) ?? field.name }));
  }
}
