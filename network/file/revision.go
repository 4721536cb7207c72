package file

import (
	"slices"
	"strings"

	"proxynet/network/fold"
)

// Revision is a sentence that differs between two versions of an article.
type Revision struct {
	Old, New  string // the sentence before and after; "" for one that was added or removed
	Paragraph int    // index of the paragraph with it, in the later version unless it was removed
	From, To  int    // its range in that paragraph, in bytes
	Diff      []Edit // of one that was changed
}

// Limits of a comparison.
const (
	maxRevised   = 500 // sentences of either version that the other doesn't have
	maxSentence  = 400 // words of a sentence for which a diff is made
	leastOverlap = 0.5 // share of the words of a sentence that its later version has
)

// Revisions returns the sentences that differ from an earlier version of the article, in
// the order of the later version, removed ones last. Moved sentences and typesetting
// don't count. whole reports that too much has changed to compare.
func (a *Article) Revisions(earlier *Article) (list []Revision, whole bool) {
	before, after := sentencesOf(earlier), sentencesOf(a)
	count := make(map[string]int)
	for _, s := range before {
		count[s.key]++
	}
	added := slices.DeleteFunc(after, func(s textSentence) bool {
		count[s.key]--
		return count[s.key] >= 0
	})
	for key, n := range count { // the remainder is the number of missing copies
		count[key] = max(n, 0)
	}
	removed := slices.DeleteFunc(before, func(s textSentence) bool {
		count[s.key]--
		return count[s.key] < 0
	})
	if len(added) > maxRevised || len(removed) > maxRevised {
		return nil, true
	}
	used := make(map[int]bool)
	for _, s := range added {
		r := Revision{New: s.text, Paragraph: s.paragraph, From: s.from, To: s.to}
		best, most := -1, leastOverlap
		for i, old := range removed {
			if !used[i] {
				if share := overlap(old.words, s.words); share >= most && (best < 0 || share > most) {
					best, most = i, share
				}
			}
		}
		if best >= 0 {
			used[best] = true
			r.Old = removed[best].text
			if len(s.words) <= maxSentence && len(removed[best].words) <= maxSentence {
				r.Diff = compareWords(r.Old, r.New)
			}
		}
		list = append(list, r)
	}
	for i, s := range removed {
		if !used[i] {
			list = append(list, Revision{Old: s.text, Paragraph: s.paragraph, From: s.from, To: s.to})
		}
	}
	return list, false
}

// textSentence is a sentence of an article.
type textSentence struct {
	text, key string // verbatim; folded
	words     map[string]int
	paragraph int
	from, to  int
}

func sentencesOf(a *Article) []textSentence {
	var out []textSentence
	for i, p := range a.Paragraphs {
		start := 0
		for _, end := range append(sentenceEnds(p.Text), len(p.Text)) {
			text := strings.TrimSpace(p.Text[start:end])
			if text != "" {
				from := start + strings.Index(p.Text[start:], text)
				s := textSentence{text: text, key: fold.Text(text).Text, words: make(map[string]int), paragraph: i, from: from, to: from + len(text)}
				for w := range strings.FieldsSeq(s.key) {
					s.words[strings.Trim(w, `.,;:!?"'()`)]++
				}
				out = append(out, s)
			}
			start = end
		}
	}
	return out
}

// overlap returns the share of words that two texts have in common (Dice 1945).
func overlap(a, b map[string]int) float64 {
	same, all := 0, 0
	for w, n := range a {
		same += min(n, b[w])
		all += n
	}
	for _, n := range b {
		all += n
	}
	return 2 * float64(same) / float64(max(all, 1))
}
