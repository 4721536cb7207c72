// The desk with a network: article, picture and column, and the connections between them.

/** @import {Context} from './form/context.js' */
/** @import {Step} from './history.js' */
/** @import {Act, Done, Draft, Finding, Selection as Stretch} from './view.js' */
/** @import {Kind} from './bar.js' */
/** @import {Behind} from './served.js' */
/** @import {Engine} from './engine.js' */
/** @import {Keep, Work} from './work.js' */
import { startArticle } from './article.js';
import { startBar } from './bar.js';
import { startColumn } from './column.js';
import { keepUncovered } from './covered.js';
import { confirm } from './dialog.js';
import { bdi, el, part } from './dom.js';
import { bytesOf, choose, download, save as saveFile } from './files.js';
import { citeForm, dateForm, denialForm, factForm, speakerForm, stageForm } from './form/about.js';
import { eventForm } from './form/event.js';
import { close as closeForm, isOpen } from './form/form.js';
import { nameForm } from './form/name.js';
import { titleOf } from './form/recordfield.js';
import { relationForm } from './form/relation.js';
import { showKeys, startKeys } from './keys.js';
import { loadBytes } from './loadbytes.js';
import { markForm } from './marks.js';
import { startNext } from './next.js';
import { announce, notice } from './notice.js';
import { startPanes } from './panes.js';
import { startPicture } from './picture.js';
import { waitNoMore } from './point.js';
import { publisher } from './publish.js';
import { t } from './translate.js';
import { follow } from './served.js';
import { startTop } from './top.js';

/** @type {Record<Kind, (context: Context) => unknown>} */
const FORMS = { name: nameForm, relation: relationForm, event: eventForm, cite: citeForm, denial: denialForm, speaker: speakerForm, date: dateForm, fact: factForm, stage: stageForm };
/** Acts that are announced as others are. */
const SAME = { all: 'set', attribute: 'speaker' };

/**
 * @param {Work} work
 * @param {Engine} artist  the engine that draws
 * @param {{behind?: Behind, programs: string}} from
 */
export function startDesk(work, artist, { behind, programs }) {
  /** @type {Stretch|null} */
  let stretch = null;
  /** The purpose of the words that are selected next. @type {{kind: Kind, id: string}|null} */
  let next = null;
  let saved = work.saved;
  /** Whether a form is about to open. */
  let opening = false;

  const panes = startPanes();
  keepUncovered();
  const publish = publisher(work, programs ? JSON.parse(programs) : {}, loadBytes, artist);
  const article = startArticle(work, {
    onselect(now) {
      stretch = now;
      if (!isOpen() && !opening) bar.show(work.locked ? null : now);
      if (now && next && !isOpen()) {
        const { kind, id } = next;
        next = null;
        waitNoMore();
        mark(kind, id);
      }
      drawNext();
    },
    onlook(ids, byKey = false) {
      if (ids.length === 1) work.choose(ids[0]);
      column.only(ids);
      panes.show('work');
      if (byKey) column.enter();
    },
    onpoint: () => panes.show('work'),
  });
  const bar = startBar(article.root, (kind) => void mark(kind));
  const arrange = startPicture(work, artist, () => panes.show('work'));

  /**
   * Makes an act and announces it; returns an error message if it fails.
   * @param {Act} act
   * @param {Keep} [form]  that asks for it
   */
  const made = async (act, form) => {
    const label = t(`did.${Reflect.get(SAME, act.do) ?? act.do}`);
    try {
      let done = await work.act(act, label, form);
      if (done.depends?.length && act.do !== 'merge') return void remove(done.depends.map(({ id }) => id));
      if (done.depends?.length) {
        const names = { keep: titleOf(work, String(act.keep)), other: titleOf(work, String(act.other)) };
        if (!await confirm(t('desk.merge-sure', names), consequences(done.depends, t('desk.merge-between')), t('desk.merge-do'))) return;
        done = await work.act({ ...act, confirmed: true }, label, form);
      }
      const { id, relation } = act.do === 'all' ? /** @type {Act[]} */ (act.acts)[0] : act;
      showDone(label, done.made.at(-1) ?? /** @type {string|undefined} */ (id ?? relation), done.message);
    } catch (why) {
      const { message } = /** @type {Error} */ (why);
      if (!form?.signal.aborted && !isOpen()) notice(message, { wrong: true });
      return message;
    }
  };
  /** Announces what was done once the engine knows its name. @param {string} label @param {string|undefined} id @param {string} message */
  const showDone = (label, id, message) => {
    const show = () => notice([id && titleOf(work, id) !== id ? `${label}: ${titleOf(work, id)}` : label, message].filter(Boolean).join('. '), { undo });
    if (id) pending = () => show();
    else show();
  };
  /** @type {(() => void)|null} */
  let pending = null;

  /** Opens the form for the selected words. @param {Kind} kind @param {string} [about] @returns {boolean} */
  const mark = (kind, about) => {
    const selection = article.selected() ?? stretch;
    return selection !== null && markWords(kind, selection, about);
  };
  /**
   * The same for the given words.
   * @param {Kind} kind
   * @param {Stretch} selection
   * @param {string} [about]
   * @param {unknown[]} [values]  the form's, as it was filled in before
   */
  const markWords = (kind, selection, about, values) => {
    if (!work.view || work.locked) return false;
    const language = { lang: work.source?.lang ?? '', dir: work.source?.direction ?? 'auto' };
    bar.show(null);
    opening = true;
    const quote = article.words(selection);
    void (async () => {
      try {
        const found = work.select(selection);
        found.catch(() => {});
        panes.show('work');
        markForm(article.root, selection);
        let did = false;
        const keep = work.keepForm('form', { form: kind, selection, about }, values);
        await FORMS[kind]({
          work, selection, quote, language, about, found, keep,
          made: async (act) => {
            const wrong = await made(act, keep);
            did = !wrong;
            return wrong;
          },
          left: () => {
            panes.show('article');
            markForm(article.root, null);
            article.back(selection, did);
            if (!did) drawNext(); // otherwise with the next view
          },
        });
        drawNext();
      } catch (why) {
        notice(/** @type {Error} */ (why).message, { wrong: true });
      } finally {
        opening = false;
      }
    })();
    return true;
  };

  /** Removes records once the author has seen what depends on them. @param {string[]} ids */
  const remove = async (ids) => {
    const names = ids.map((id) => titleOf(work, id));
    const label = t('did.remove');
    try {
      const first = await work.act({ do: 'remove', ids, confirmed: false }, label);
      if (first.depends?.length) {
        const n = 1 + first.depends.filter((one) => one.gone).length;
        if (!await confirm(t('desk.remove-title', { name: names[0] }), consequences(first.depends, t('desk.goes-too')), t('desk.remove-do', { n }))) return;
        await work.act({ do: 'remove', ids, confirmed: true }, label);
      }
      if (work.chosen && ids.includes(work.chosen)) work.choose(null);
      notice(`${label}: ${names[0]}`, { undo });
    } catch (why) {
      notice(/** @type {Error} */ (why).message, { wrong: true });
    }
  };

  /** Waits for the selection of words for a record. @param {'cite'|'denial'|'date'|'fact'|'stage'} kind @param {string} id */
  const add = (kind, id) => {
    const selection = article.selected();
    if (selection) return void mark(kind, id);
    next = { kind, id };
    panes.enter('article');
    notice(t('desk.select-for', { name: titleOf(work, id) }));
  };

  const column = startColumn(work, {
    article: article.root, made, remove: (ids) => void remove(ids), add, error: (why) => notice(why, { wrong: true }),
    back: (key) => {
      panes.show('work');
      column.focus(key);
    },
    find: (text) => {
      panes.show('article');
      article.seek(text);
    },
    go: ({ ids, line, paragraph, source, from, to }) => {
      const [id] = ids;
      if (source) work.show(source);
      if (paragraph !== undefined) {
        panes.show('article');
        article.show(paragraph, from, to);
        article.point({ paragraph, from, toParagraph: paragraph, to });
      } else if (id && column.lookAt(id)) return;
      else column.line(line);
    },
    draft: ({ paragraph, from, to }) => {
      panes.show('article');
      article.show(paragraph, from, to);
      article.point({ paragraph, from, toParagraph: paragraph, to });
    },
  });

  /** Reopens the form that was being filled in when the page was left, once its record has been read. */
  const reopen = () => {
    const draft = work.drafts.form;
    if (restored || work.locked || !work.view || work.view.diagnostics.length > 0) return;
    if (!draft || isOpen()) restored = true;
    else if (draft.form in FORMS) {
      work.show(draft.selection.source);
      restored = article.has(draft.selection) && markWords(draft.form, draft.selection, draft.about, draft.values);
    } else {
      restored = column.form(draft.form, draft.id, draft.values);
      if (restored) panes.show('work');
    }
  };
  let restored = false;
  work.on('view', reopen);
  work.on('locked', reopen);

  const undo = () => turned(work.undo(), (what) => t('desk.undone', { what }));
  const redo = () => turned(work.redo(), (what) => t('desk.redone', { what }));
  /** @param {Step|null} step @param {(what: string) => string} describe */
  const turned = (step, describe) => {
    if (step) announce(describe(step.label));
  };
  const save = async () => {
    try {
      if (served) {
        await served.save();
        if (work.locked || served.isSaved()) return;
        download(work.name, work.text, 'application/yaml'); // a copy, as the file can't be written
        return notice(t('desk.written', { name: work.name }));
      }
      const now = await saveFile(work, overwrite);
      if (now === null) return;
      saved = work.saved = now; // not the text, which may have changed meanwhile
      work.emit('text');
      notice(t('desk.saved-file', { name: work.name }));
    } catch (why) {
      notice(/** @type {Error} */ (why).message, { wrong: true });
    }
  };
  /** Asks whether to overwrite what another program has written into a file. @param {string} name @param {string} text */
  const overwrite = async (name, text) => {
    const choice = await column.conflict({ name, text });
    if (name in work.files) {
      const mine = work.files[name];
      work.put(text, t('desk.take-theirs'), name);
      if (choice === 'mine') work.put(mine, t('desk.keep-mine'), name); // both are in the history
    } else if (choice === 'theirs') {
      work.articles = { ...work.articles, [name]: text };
      await work.open();
    }
    return choice === 'mine';
  };
  /** @param {File|undefined} file */
  const propose = async (file) => {
    if (!file) return;
    try {
      await column.proposals(await bytesOf(file));
    } catch (why) {
      notice(/** @type {Error} */ (why).message, { wrong: true });
    }
  };
  const proposals = async () => propose((await choose({ multiple: false, accept: '.json,.jsonl,.jsonld,application/json' }))[0]);
  // Without this, the browser would leave the page for a dropped file.
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file && /\.jsonl?d?$/i.test(file.name)) void propose(file);
    else if (file) notice(t('desk.drop-here'), { wrong: true });
  });
  const home = () => {
    history.replaceState(null, '', location.pathname + location.search);
    location.reload();
  };
  const top = startTop(work, {
    undo, redo, save: () => void save(), open: home, home, proposals: () => void proposals(), keys: showKeys,
    preview: () => void publish.preview(), html: () => void publish.write('html'), zip: () => void publish.write('zip'), publishing: publish.begin,
  });
  startKeys({
    mark: (kind) => article.root.contains(document.activeElement) || article.selected() ? mark(kind) : false,
    find: article.find, arrange, undo, redo, save: () => void save(),
    leave: () => {
      if (isOpen()) return closeForm();
      next = null;
      bar.show(null);
      getSelection()?.removeAllRanges();
      stretch = null;
      work.choose(null);
      drawNext();
    },
  });
  const drawNext = startNext(work, { findings: () => column.open('findings'), story: () => column.open('story'), publish: () => void publish.preview() }, () => bar.shown && [part('article-pane'), part('bar')].some((one) => one.contains(document.activeElement)));
  addEventListener('focusin', drawNext);
  work.on('error', (why) => notice(String(why), { wrong: true }));
  work.on('view', () => {
    pending?.();
    pending = null;
  });
  work.on('locked', () => announce(t('desk.unlocked')));
  const served = behind && follow(work, behind, {
    choose: column.conflict,
    onSaved: (why) => top.state(why === undefined ? t('desk.saved') : t('desk.file-failed', { why }), why !== undefined),
  });

  return {
    /** Shows whether everything is kept. @param {'keeping'|'kept'|'failed'} state @param {unknown} [why] */
    kept(state, why) {
      document.documentElement.dataset.kept = state === 'kept' ? 'yes' : 'no';
      if (state === 'failed') top.state(t('desk.keep-failed', { why: String(why) }), true);
      else if (state === 'kept' && !served) top.state(work.text === saved ? t('desk.saved') : t('desk.kept'));
    },
  };
}

/** Lists what else an act removes and changes. @param {NonNullable<Done['depends']>} depends @param {string} removes */
function consequences(depends, removes) {
  const [gone, kept] = [depends.filter((one) => one.gone), depends.filter((one) => !one.gone)];
  const list = (/** @type {typeof gone} */ all) => el('ul', { class: 'depends', tabindex: '0' }, all.map(({ sentence }) => el('li', {}, bdi(sentence))));
  return [gone.length > 0 && [el('p', {}, removes), list(gone)], kept.length > 0 && [el('p', {}, t('desk.changes-too')), list(kept)]];
}
