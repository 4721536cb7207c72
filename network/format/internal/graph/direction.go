package graph

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Direction is the direction of an edge.
type Direction uint8

const (
	Unsaid     Direction = iota // the file doesn't say
	Forward                     // from the first end to the second
	Backward                    // from the second end to the first
	Mutual                      // both ways
	Undirected                  // neither way
)

// directionWords are other programs' words for a direction, in English and in the
// languages of Gephi, folded by [FoldWord]. None of them can be the verb of an edge.
var directionWords = wordTable(map[Direction]string{
	Forward: `directed, directional, unidirectional, one-way, oneway, forward, directededge, source to target, source-target,
		gerichtet, einseitig, vorwärts, dirigé, dirigée, orienté, orientée, unidirectionnel, unidirectionnelle, dirigido, dirigida, orientado, orientada,
		unidireccional, direcionado, direcionada, direccionado, direccionada, unidirecional, diretto, diretta, orientato, orientata, unidirezionale, gericht, riktad, rettet, orienteret,
		skierowany, skierowana, skierowane, orientovaný, orientovaná, orientované, směrovaný, směrovaná, orientált, irányított, yönlü, направленный, направленная, направленное,
		ориентированный, ориентированная, ориентированное, спрямований, орієнтований, 有向, 有向的, 有方向, 定向, 방향성, 방향, 유향,
		جهت‌دار, جهت دار, موجه, موجّه, מכוון, מכוונת`,
	Backward: `reverse, reversed, backward, target to source, target-source, rückwärts, umgekehrt, inversé, inversée, invertido`,
	Mutual: `mutual, mutuel, mutuelle, mutuo, mutua, mútuo, mútua, both, both ways, both directions, bidirectional, bi-directional, bidirected, two-way, twoway, reciprocal, reciprocated, symmetric, symmetrical,
		beidseitig, beide, beide richtungen, in beide richtungen, bidirektional, gegenseitig, wechselseitig, bidirectionnel, bidirectionnelle, réciproque, dans les deux sens, bidireccional, recíproco, recíproca,
		ambos, bidirecional, bidirezionale, reciproco, reciproca, wederzijds, ömsesidig, dwukierunkowy, obousměrný, çift yönlü, взаимный, взаимная, двунаправленный, двунаправленная,
		双向, 雙向, 双方向, 相互, 양방향, دوطرفه, دو طرفه, متقابل, متبادل, ثنائي الاتجاه, הדדי, דו-כיווני`,
	Undirected: `undirected, non-directed, nondirected, not directed, undirectional, non-directional, nondirectional, undirectededge, no direction, without direction,
		ungerichtet, richtungslos, non dirigé, non dirigée, non orienté, non orientée, non-dirigé, non-orienté, no dirigido, no dirigida, no orientado, não dirigido, não dirigida, não orientado,
		não direcionado, não-direcionado, não-dirigido, sin dirección, non diretto, non diretta, non orientato, non orientata, ongericht, oriktad, urettet, nieskierowany, nieskierowana,
		neorientovaný, neorientovaná, neorientované, nesměrovaný, irányítatlan, yönsüz, ненаправленный, ненаправленная, ненаправленное, неориентированный, неориентированная, неориентированное, неспрямований, неорієнтований,
		无向, 無向, 无向的, 无方向, 무방향, 무향, 비방향성, بدون جهت, بی‌جهت, بی جهت, غیرجهت‌دار, غير موجه, غير موجّه, לא מכוון, לא מכוונת`,
})

// directionSigns are short words and signs that mean a direction only in a field of
// directions.
var directionSigns = wordTable(map[Direction]string{
	Forward:    `d, forwards, outgoing, outbound, true, yes, y, 1, ja, oui, sí, to, out, right, ->, -->, =>, →, >, 1->2, source->target, target, end, standard`,
	Backward:   `back, backwards, inverse, incoming, inbound, from, in, left, <-, <--, <=, ←, <, 2->1, -1, target->source, source, start`,
	Mutual:     `b, m, <->, <-->, <=>, ↔, ⇄, 2, 1<->2, all`,
	Undirected: `u, n, false, no, 0, nein, non, none, null, -, --, —, –, ---`,
})

// directionFields are names of fields with a direction, folded by [FoldWord].
var directionFields = wordSet(`direction, directed, directedness, directionality, dir, arrow, arrows, orientation, is_directional, isdirected, is_directed, bidirectional, undirected, mutual,
	richtung, gerichtet, sens, orienté, dirigé, dirección, dirigido, direção, direzione, direcionado, diretto, richting, riktning, kierunek, směr, yön, направление, 方向, 방향, جهت, اتجاه, الاتجاه, כיוון`)

// typeFields are names of fields with a direction in some files, and with a type of
// edge in others.
var typeFields = wordSet(`type, edge type, edgetype, link type, linktype, typ, kantentyp, type de lien, type d'arête, tipo, tipo de arista, tür, тип, 类型, 類型, 種類, 유형, نوع, النوع, סוג`)

// DirectionOf returns the direction for a word, [Unsaid] for any other word. None of
// the known words can be the verb of an edge, in any field.
func DirectionOf(word string) Direction { return directionWords[FoldWord(word)] }

// DirectionIn is [DirectionOf] for the value of a field of directions, in which signs
// and short words, such as "->", "U" or "true", count too.
func DirectionIn(word string) Direction {
	folded := FoldWord(word)
	if d := directionWords[folded]; d != Unsaid {
		return d
	}
	return directionSigns[folded]
}

// IsDirectionField reports whether a field of this name is a direction, and typeField
// whether it may be one.
func IsDirectionField(name string) bool { return directionFields[FoldWord(name)] }
func IsTypeField(name string) bool      { return typeFields[FoldWord(name)] }

// FoldWord returns a word in the form for comparisons: in lower case, without invisible
// characters, with single spaces for spaces, underscores and hyphens. Accents count:
// "dirigé" is a direction, and "dirige" may be a verb.
func FoldWord(word string) string {
	if len(word) > MaxLabel {
		return word // no known word is this long
	}
	lettered := strings.ContainsFunc(word, unicode.IsLetter)
	folded := strings.Map(func(c rune) rune {
		switch {
		case unicode.Is(unicode.Cf, c):
			return -1
		case c == '_' || c == '-' && lettered || unicode.IsSpace(c):
			return ' '
		}
		return unicode.ToLower(c)
	}, norm.NFKC.String(word))
	if !strings.Contains(folded, " ") {
		return folded
	}
	return strings.Join(strings.Fields(folded), " ")
}

func foldAll(list string) []string {
	var out []string
	for word := range strings.SplitSeq(list, ",") {
		out = append(out, FoldWord(word))
	}
	return out
}

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range foldAll(list) {
		set[word] = true
	}
	return set
}

func wordTable(lists map[Direction]string) map[string]Direction {
	table := map[string]Direction{}
	for d, list := range lists {
		for _, word := range foldAll(list) {
			table[word] = d
		}
	}
	return table
}
