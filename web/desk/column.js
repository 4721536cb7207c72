// The right column with its tabs.

/** @import {Filter} from './tab/claims.js' */
/** @import {Act, Draft, Finding} from './view.js' */
/** @import {Keep, Work} from './work.js' */
import { openDialog } from './dialog.js';
import { button, el, part } from './dom.js';
import { choose, download, textOf } from './files.js';
import { editForm } from './form/edit.js';
import { mergeForm } from './form/merge.js';
import { aboutForm } from './form/network.js';
import { stepForm } from './form/step.js';
import { startProposals } from './proposals.js';
import { t, written } from './translate.js';
import { drawClaims } from './tab/claims.js';
import { drawFindings } from './tab/findings.js';
import { drawNames } from './tab/people.js';
import { comparison, drawReview, readReview } from './tab/review.js';
import { drawStory } from './tab/story.js';
import { yamlPane } from './tab/yaml.js';
import { startTabs } from './tabs.js';
import { REVIEW } from './work.js';

/**
 * @param {Work} work
 * @param {object} to
 * @param {HTMLElement} to.article
 * @param {(act: Act, form?: Keep) => Promise<string|void>} to.made
 * @param {(ids: string[]) => void} to.remove
 * @param {(kind: 'cite'|'denial'|'date'|'fact'|'stage', id: string) => void} to.add
 * @param {(why: string) => void} to.error
 * @param {(key?: string) => void} to.back   the focus returns from a form that the button with this key opened
 * @param {(text: string) => void} to.find
 * @param {(finding: Finding) => void} to.go
 * @param {(draft: Draft) => void} to.draft
 */
export function startColumn(work, { article, made, remove, add, error, back, find, go, draft }) {
  /** @type {Filter} */
  const filter = { typed: '', only: [] };
  const yaml = yamlPane(work);
  const line = (/** @type {number} */ n) => {
    tabs.open('yaml');
    yaml.goTo(n);
  };
  /**
   * Opens a form that needs no selected words; reports whether its record exists.
   * @param {string} form
   * @param {string} id
   * @param {unknown[]} [values]  as it was filled in before
   */
  const open = (form, id = '', values) => {
    if (work.locked) {
      error(t('desk.locked'));
      return true;
    }
    const { relations = [], events = [], nodes = [], steps = [] } = work.view ?? {};
    const keep = work.keepForm('form', { form, id }, values);
    const send = (/** @type {Act} */ act) => made(act, keep);
    const opener = /** @type {HTMLElement|null} */ (document.activeElement)?.dataset.key;
    const left = () => back(opener);
    const step = steps.find((one) => one.id === id) ?? null;
    const has = (/** @type {{id: string}[]} */ ...all) => all.some((one) => one.id === id);
    if (form === 'edit' && has(...relations, ...events, ...nodes)) editForm(work, id, send, keep, left);
    else if (form === 'merge' && has(...nodes)) mergeForm(work, id, send, keep, left);
    else if (form === 'step' && (step || id === '')) {
      work.choose(step?.id ?? null); // the picture shows what the step is about
      stepForm(work, step, send, keep, left);
    }
    else if (form === 'network') aboutForm(work, send, keep, left);
    else return false;
    return true;
  };
  const edit = (/** @type {string} */ id) => void open('edit', id);
  const way = { made, remove, edit, add, line, find, merge: (/** @type {string} */ id) => void open('merge', id) };
  const proposals = startProposals(work, article, made, () => {
    tabs.count('proposals', amount(proposals.count));
    if (tabs.current === 'proposals') tabs.draw();
  });
  const compare = async () => {
    const [file] = await choose({ multiple: false, accept: '.yaml,.yml' });
    if (!file) return;
    try {
      openDialog(t('desk.compare-title', { name: file.name }), comparison(await work.compare(await textOf(file))));
    } catch (why) {
      error(/** @type {Error} */ (why).message);
    }
  };
  const review = (/** @type {HTMLElement} */ panel) => drawReview(panel, work, { compare: () => void compare(), download: () => download(REVIEW, work.files[REVIEW] ?? '', 'application/yaml'), error });

  const tabs = startTabs([
    { id: 'findings', label: t('desk.findings'), show: (panel) => drawFindings(panel, work, { go, line, made }) },
    { id: 'claims', label: t('desk.claims'), show: (panel) => drawClaims(panel, work, filter, way) },
    { id: 'names', label: t('desk.names'), show: (panel) => drawNames(panel, work, way) },
    { id: 'story', label: t('desk.story'), show: (panel) => drawStory(panel, work, { made, remove, edit: (step) => void open('step', step?.id), about: () => void open('network') }) },
    { id: 'review', label: t('desk.review'), show: (panel) => {
      review(panel);
      readReview(work).then(() => { if (tabs.current === 'review') review(panel); }, (why) => error(why.message));
    } },
    { id: 'proposals', label: t('desk.proposals'), show: (panel) => proposals.draw(panel, draft) },
    { id: 'yaml', label: t('desk.file-tab'), show: (panel) => {
      panel.replaceChildren(yaml.element);
      yaml.draw();
    } },
  ]);

  tabs.reveal('proposals', false);

  part('work-pane').prepend(el('h2', { class: 'for-ear' }, t('desk.work')));

  const draw = () => {
    const { findings = [], diagnostics = [], relations = [], events = [], nodes = [], steps = [] } = work.view ?? {};
    const errors = diagnostics.length + findings.filter(({ level }) => level === 'error').length;
    tabs.count('findings', amount(errors));
    tabs.count('claims', amount(relations.length + events.length));
    tabs.count('names', amount(nodes.length));
    tabs.count('story', amount(steps.length));
    const now = [tabs.current, ...Object.entries(work.view ?? {}).filter(([name]) => name !== 'revision').map(([, part]) => part)];
    const same = OWN.includes(tabs.current) && now.length === drawn.length && now.every((one, i) => one === drawn[i]);
    drawn = now;
    if (tabs.current !== 'yaml' && !same) tabs.draw();
  };
  /** The tab that is drawn, and of what. @type {unknown[]} */
  let drawn = [];
  work.on('view', draw);

  const recall = async () => {
    if (recalled || !work.view) return;
    recalled = true;
    if (await proposals.recall()) tabs.reveal('proposals', true);
  };
  let recalled = false;
  work.on('view', () => void recall().catch((why) => error(why.message)));

  /** Opens the tab that lists a record. @param {string} id */
  const lookAt = (id) => {
    const { relations = [], events = [], nodes = [], steps = [] } = work.view ?? {};
    const has = (/** @type {{id: string}[]} */ list) => list.some((one) => one.id === id);
    const tab = has(relations) || has(events) ? 'claims' : has(nodes) ? 'names' : has(steps) ? 'story' : null;
    const inReview = tabs.current === 'review';
    if (!tab && !inReview) return false;
    if (filter.only.length > 0 && !filter.only.includes(id)) filter.only = [];
    filter.typed = '';
    work.choose(id);
    if (tabs.current === tab || inReview) tabs.draw();
    else if (tab) tabs.open(tab);
    part('panel').querySelector('.record[data-open]')?.scrollIntoView({ block: 'nearest' });
    return true;
  };
  work.on('chosen', (id) => {
    if (id === null) {
      if (tabs.current !== 'yaml') tabs.draw();
    } else lookAt(id);
  });

  return {
    open: tabs.open,
    form: open,
    /** Focuses the expanded entry, or the first one. */
    enter() {
      /** @type {HTMLElement|null} */ (part('panel').querySelector('[data-open] .record-title') ?? part('panel').querySelector('.record-title'))?.focus();
    },
    /** Focuses the panel's button with a key, or the current tab if it has none. @param {string} [key] */
    focus(key) {
      const button = key === undefined ? null : part('panel').querySelector(`[data-key="${CSS.escape(key)}"]`);
      if (button instanceof HTMLElement) button.focus();
      else tabs.focus();
    },
    line,
    lookAt,
    /** Shows only the claims that cite something. @param {string[]} ids */
    only(ids) {
      filter.only = ids.length > 1 ? ids : [];
      const names = new Set((work.view?.nodes ?? []).map(({ id }) => id));
      if (ids.length === 0 || ids.every((id) => names.has(id))) {
        if (ids.length > 0) lookAt(ids[0]);
        return;
      }
      filter.only = ids.length > 1 ? ids.filter((id) => !names.has(id)) : [];
      tabs.open('claims');
    },
    /** @param {Uint8Array} bytes */
    async proposals(bytes) {
      tabs.reveal('proposals', true);
      tabs.open('proposals');
      await proposals.read(bytes);
    },
    /**
     * Asks which of two texts stays after another program changed the same lines of a
     * file.
     * @param {{name: string, text: string}} stored
     * @returns {Promise<'mine'|'theirs'>}
     */
    async conflict(stored) {
      const differences = stored.name === work.name ? await work.compare(stored.text).then(comparison, () => []) : [];
      return new Promise((resolve) => {
        /** @type {'mine'|'theirs'} */
        let choice = 'mine';
        const dialog = openDialog(t('desk.conflict-title', { name: stored.name }), [
          el('p', {}, t('desk.conflict')), stored.name === work.name && el('details', {}, el('summary', {}, t('desk.conflict-show')), differences),
          el('div', { class: 'form-foot' },
            button(t('desk.take-theirs'), () => {
              choice = 'theirs';
              dialog.close();
            }, { class: 'primary' }),
            button(t('desk.keep-mine'), () => dialog.close(), { class: 'secondary' })),
        ], { onclose: () => resolve(choice) });
      });
    },
  };
}

/** Tabs that show only what the engine says of the network. */
const OWN = ['findings', 'claims', 'names', 'story'];

/** A number for a tab's name, "" for 0. @param {number} n */
const amount = (n) => (n > 0 ? written(n) : '');
