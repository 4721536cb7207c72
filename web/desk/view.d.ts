// What the engine tells of a network: web/desk/doc.go is the other side. Offsets
// count UTF-16 code units, paragraphs are counted from 1.

import type { Edit } from './edits.js';

export interface Diagnostic { line: number, column: number, message: string, advice: string, correction?: Edit }
/** An act that answers a finding; "ask" names a field that the author must give. */
export interface Fix { label: string, act: Act, ask?: string }
export interface Finding {
  rule: string, level: 'error' | 'warning' | 'note', message: string, advice: string, ids: string[],
  line: number, source?: string, paragraph?: number, from: number, to: number, fixes: Fix[],
}
export interface Date { edtf: string, means: string, words: string }
export interface Denial { speaker: string, says: string, date?: Date, passages: string[] }
export interface Stage { stage: string, date?: Date, passages: string[] }
export interface Fact { kind: string, value: string, currency: string, text: string, passages: string[] }
export interface Source { id: string, title: string, lang: string, direction: 'ltr' | 'rtl', article: string }
export interface Speaker { id: string, label: string, kind: string, role: string, node: string, line: number }
export interface Node { id: string, label: string, kind: string, aliases: string[], summary: string, passages: string[], facts: Fact[], line: number }
export interface Relation {
  id: string, from: string, to: string, kind: string, verb: string, directed: boolean, sentence: string, status: string, speaker: string,
  inference: string, note: string, past: boolean, open: boolean, period?: Date, passages: string[], against: Denial[], legal: Stage[], facts: Fact[], line: number,
}
export interface Event { id: string, label: string, date?: Date, status: string, summary: string, participants: { node: string, role: string }[], passages: string[], line: number }
export interface Look { select?: string, focus?: string, hide?: string[], asOf?: string, light?: string[], near?: string[], chain?: { from: string, to: string }, [more: string]: unknown }
export interface Step { id: string, title: string, text: string, passages: string[], state: Look, line: number }
export interface Passage { id: string, source: string, paragraph: number, from: number, to: number, quote: string, citedBy: string[], speaker: string, manner: string, line: number }
export interface Mention { source: string, paragraph: number, from: number, to: number, text: string, node?: string }
export interface Kind { id: string, label: string, key: string }
export interface RelationKind extends Kind { verb: string, family: string, directed: boolean }
export interface Vocabulary {
  nodeKinds: Kind[], relationKinds: RelationKind[], families: { id: string, label: string, color?: string }[],
  statuses: Kind[], speakerKinds: Kind[], stages: Kind[], factKinds: (Kind & { type?: string })[], meanings: { id: string, label: string }[],
}
export interface View {
  revision: number, diagnostics: Diagnostic[], findings: Finding[], publishable: boolean,
  id: string, title: string, summary: string, headline: string, leadCaption: string, lang: string, direction: 'ltr' | 'rtl', root: string, needsRoot: boolean,
  sources: Source[], speakers: Speaker[], nodes: Node[], relations: Relation[], events: Event[], steps: Step[],
  passages: Passage[], mentions: Mention[], vocabulary: Vocabulary,
}

/** A stretch of the article. */
export interface Selection { source?: string, paragraph: number, from: number, toParagraph: number, to: number }
export interface Suggestion { status: string, reason: string, denial: boolean, manner: string, speaker?: { id: string, node: string, label: string }, date?: Date }
export interface Selected { quote: string, prefix?: string, suffix?: string, passage?: string, problem?: string, names?: string[], suggest?: Suggestion }

export interface Act { do: string, [field: string]: unknown }
export interface Done {
  edits: Edit[], files?: Record<string, Edit[]>, made: string[], message: string,
  depends?: { id: string, sentence: string, gone: boolean }[],
}
export interface Picture { svg: string, places?: Record<string, { x: number, y: number }>, moved?: string[] }
export interface Draft { n: number, by?: string, note?: string, sentence: string, quote: string, paragraph: number, from: number, to: number, verbatim: boolean, problem?: string, act: Act }
export interface Signed { id: string, record: string, sort: string, state: 'unsigned' | 'signed' | 'stale', by?: string, on?: string, notes?: Note[] }
export interface Note { of: string, by: string, on: string, text: string, done?: boolean }
export interface Review { text: string, claims: Signed[], notes?: Note[] }
export interface Comparison { added?: Change[], changed?: Change[], removed?: Change[] }
export interface Change { id: string, sentence: string, before?: string, words?: string }
export interface Intake { text: string, title: string, author: string, publisher: string, address: string, date: string, lang: string, captions: string[], notes: string[], form: string, verbatim: boolean }
