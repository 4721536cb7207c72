package lint

import "slices"

// memory keeps what depends only on words of a text, for a network that is checked again
// and again while most of its texts stay. Results must not be changed by callers.
type memory struct {
	words     kept[string, []token]           // by text
	forms     kept[string, []string]          // the same, folded
	sentences kept[string, []span]            // by text
	sets      kept[string, []map[string]bool] // by text; see wordsOf
	cues      kept[query, []cue]
	names     kept[bucketed, keyedName]
}

// query is a text and the section of the lexicon to find in it.
type query struct {
	lexicon       *lexicon
	text, section string
}

// age makes the results of this check those of the last one, and drops those that this
// check did not use.
func (m *memory) age() {
	m.words.age()
	m.forms.age()
	m.sentences.age()
	m.sets.age()
	m.cues.age()
	m.names.age()
}

// kept holds the results of a function by its argument: those of this check, and those of
// the last.
type kept[K comparable, V any] struct{ now, last map[K]V }

// get returns the result of find for a key.
func (k *kept[K, V]) get(key K, find func() V) V {
	if v, ok := k.now[key]; ok {
		return v
	}
	v, ok := k.last[key]
	if !ok {
		v = find()
	}
	if k.now == nil {
		k.now = make(map[K]V, len(k.last))
	}
	k.now[key] = v
	return v
}

func (k *kept[K, V]) age() { k.now, k.last = nil, k.now }

// tokens returns the words of a text.
func (m *memory) tokens(text string) []token {
	return m.words.get(text, func() []token { return tokens(text) })
}

// fold returns the words of a text in their folded forms.
func (m *memory) fold(text string) []string {
	return m.forms.get(text, func() []string { return formsOf(m.tokens(text)) })
}

// sentencesOf returns the sentences of a text.
func (m *memory) sentencesOf(text string) []span {
	return m.sentences.get(text, func() []span { return sentences(text) })
}

// wordsOf returns the forms of the words of each sentence of a text.
func (m *memory) wordsOf(text string) []map[string]bool {
	return m.sets.get(text, func() []map[string]bool { return wordsOf(text) })
}

// find returns the phrases of sections of a lexicon, which may be nil, in a text, in text
// order. Phrases that an exception covers are left out.
func (m *memory) find(l *lexicon, text string, sections ...string) []cue {
	if l == nil {
		return nil
	}
	of := func(section string) []cue {
		return m.cues.get(query{l, text, section}, func() []cue { return l.find(m.tokens(text), section) })
	}
	if len(sections) == 1 {
		return of(sections[0])
	}
	var cues []cue
	for _, section := range sections {
		cues = append(cues, of(section)...)
	}
	slices.SortStableFunc(cues, func(a, b cue) int { return a.start - b.start })
	return cues
}
