// Proposed claims: grey drafts beside the text, accepted one by one, and only those
// whose quote is in the article word for word.

/** @import {Act, Draft} from './view.js' */
/** @import {Work} from './work.js' */
import { button, el, redraw } from './dom.js';
import { markDrafts } from './marks.js';
import { t } from './translate.js';

/** @param {Work} work @param {HTMLElement} article @param {(act: Act) => Promise<string|void>} made @param {() => void} changed */
export function startProposals(work, article, made, changed) {
  /** @type {Draft[]} */
  let drafts = [];
  const PLACE = 'proposals';
  const paint = () => markDrafts(article, drafts.filter(({ verbatim }) => verbatim));
  work.on('view', paint);
  return {
    get count() {
      return drafts.length;
    },
    /** Reads the file again that was open when the page was left. */
    async recall() {
      const was = work.drafts[PLACE];
      if (was) await this.read(was.bytes, was.gone);
      return was !== undefined;
    },
    /** Reads a file of proposed claims. @param {Uint8Array} bytes @param {number[]} [gone] the claims that were accepted or dropped before */
    async read(bytes, gone = []) {
      ({ drafts } = await work.engine.ask('proposals', { revision: work.revision, bytes }));
      drafts = drafts.filter(({ n }) => !gone.includes(n));
      work.drafted(PLACE, { bytes, gone });
      paint();
      changed();
    },
    /** @param {HTMLElement} panel @param {(draft: Draft) => void} go */
    draw(panel, go) {
      const drop = (/** @type {Draft} */ draft) => {
        drafts = drafts.filter((one) => one !== draft);
        const { bytes, gone } = work.drafts[PLACE];
        work.drafted(PLACE, drafts.length > 0 ? { bytes, gone: [...gone, draft.n] } : null);
        paint();
        changed();
      };
      const next = (/** @type {number} */ i) => drafts[i + 1]?.n ?? drafts[i - 1]?.n ?? '';
      redraw(panel, [
        drafts.length === 0 && el('p', { class: 'empty' }, t('desk.no-drafts')),
        drafts.length > 0 && el('p', { class: 'advice' }, t('desk.proposals-help')),
        el('ul', { class: 'findings drafts' }, drafts.map((draft, i) => {
          const { n, by, note, sentence, quote, verbatim, problem, act } = draft;
          return el('li', { 'data-level': verbatim ? 'note' : 'error' },
            el('p', { class: 'message', dir: 'auto' }, sentence),
            quote && el('blockquote', { dir: 'auto' }, quote),
            by && el('p', { class: 'advice' }, t('desk.proposed-by', { name: by })),
            note && el('p', { class: 'advice', dir: 'auto' }, note),
            problem && el('p', { class: 'refused' }, el('b', {}, t('desk.draft-refused')), ' ', el('span', {}, problem)),
            el('div', { class: 'acts' },
              verbatim && !problem && button(t('desk.accept-draft'), async () => {
                const wrong = await made(act);
                if (!wrong) drop(draft);
              }, { class: 'fix', 'data-key': `accept-${n}`, 'data-next': next(i) }),
              verbatim && button(t('desk.show'), () => go(draft), { class: 'link', 'data-key': `draft-${n}` }),
              button(t('desk.drop-draft'), () => drop(draft), { class: 'link', 'data-key': `drop-${n}` })));
        })),
      ]);
    },
  };
}
