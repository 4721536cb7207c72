package desk_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file"
)

// style writes YAML as different authors do. Every comment has a number of its own.
type style struct {
	*rand.Rand
	step     int  // columns of an indentation
	margin   bool // lists begin at the column of their key
	comments int
	anchors  map[string]string // by the text of a value
}

func newStyle(r *rand.Rand) *style {
	return &style{Rand: r, step: []int{2, 2, 4}[r.IntN(3)], margin: r.IntN(3) == 0, anchors: make(map[string]string)}
}

// goesOn is the column of the second line of a plain text.
const goesOn = 24

// often reports true once in n times.
func (s *style) often(n int) bool { return s.IntN(n) == 0 }

func (s *style) comment() string {
	s.comments++
	return fmt.Sprintf("# c%d: a “note”, [of] {it}", s.comments)
}

// text returns the whole file. Its lines end in \n.
func (s *style) text(root *yaml.Node) string {
	if s.often(12) {
		return s.flow(root, 0) + "\n"
	}
	return strings.TrimPrefix(s.fields(root, 0), "\n") + "\n"
}

// fields returns the fields of a mapping in block style, each on lines of its own.
func (s *style) fields(n *yaml.Node, column int) string {
	var b strings.Builder
	for _, i := range s.order(n) {
		key, value := n.Content[i], n.Content[i+1]
		if s.often(8) {
			b.WriteString("\n" + strings.Repeat(" ", column) + s.comment())
		}
		if s.often(15) {
			b.WriteString("\n")
		}
		b.WriteString("\n" + strings.Repeat(" ", column) + key.Value + ":" + s.value(value, column))
	}
	return b.String()
}

// order returns the indices of a mapping's keys, in another order for some records.
func (s *style) order(n *yaml.Node) []int {
	var at []int
	for i := 0; i < len(n.Content); i += 2 {
		at = append(at, i)
	}
	if s.often(6) && n.Content[0].Value == "id" {
		s.Shuffle(len(at), func(i, k int) { at[i], at[k] = at[k], at[i] })
	}
	return at
}

// value returns what follows the colon of a key at a column.
func (s *style) value(n *yaml.Node, column int) string {
	end := ""
	if s.often(6) {
		end = strings.Repeat(" ", 1+s.IntN(3)) + s.comment()
	} else if s.often(25) {
		end = "  "
	}
	space := " "
	if s.often(10) {
		space = "   "
	}
	switch {
	case n.Kind == yaml.ScalarNode:
		if text, ok := s.block(n, column+s.step); ok {
			return space + text
		}
		if name := s.anchor(n); name != "" {
			return space + name + end
		}
		return space + s.scalar(n, false) + end
	case len(n.Content) == 0 || s.often(2) && !s.isSection(n):
		return space + s.flow(n, column+s.step) + end
	case n.Kind == yaml.SequenceNode:
		in := column + s.step
		if s.margin {
			in = column
		}
		return end + s.items(n, in)
	}
	return end + s.fields(n, column+s.step)
}

// isSection reports whether a list holds records with ids.
func (s *style) isSection(n *yaml.Node) bool {
	return n.Kind == yaml.SequenceNode && len(n.Content) > 0 && n.Content[0].Kind == yaml.MappingNode && n.Content[0].Content[0].Value == "id" && !s.often(20)
}

// items returns the items of a list in block style.
func (s *style) items(n *yaml.Node, column int) string {
	var b strings.Builder
	for _, item := range n.Content {
		if s.often(6) {
			b.WriteString("\n")
		}
		if s.often(6) {
			b.WriteString("\n" + strings.Repeat(" ", column) + s.comment())
		}
		b.WriteString("\n" + strings.Repeat(" ", column) + "-")
		switch {
		case item.Kind == yaml.MappingNode && s.often(2):
			text := strings.TrimLeft(s.fields(item, column+2), "\n ")
			for strings.HasPrefix(text, "#") { // a comment can't begin an item
				_, text, _ = strings.Cut(text, "\n")
				text = strings.TrimLeft(text, "\n ")
			}
			b.WriteString(" " + text)
		case item.Kind == yaml.ScalarNode:
			b.WriteString(" " + s.scalar(item, false))
		default:
			b.WriteString(" " + s.flow(item, column+2))
			if s.often(6) {
				b.WriteString(" " + s.comment())
			}
		}
	}
	return b.String()
}

// flow returns a value in flow style, on one line or several.
func (s *style) flow(n *yaml.Node, column int) string {
	if n.Kind == yaml.ScalarNode {
		return s.scalar(n, true)
	}
	comma, pad := ", ", ""
	switch s.IntN(8) {
	case 0:
		comma = ",\n" + strings.Repeat(" ", column+1)
	case 1:
		pad = " "
	case 2:
		comma = " , "
	}
	var parts []string
	if n.Kind == yaml.SequenceNode {
		for _, item := range n.Content {
			parts = append(parts, s.flow(item, column+1))
		}
		return "[" + pad + strings.Join(parts, comma) + pad + "]"
	}
	for _, i := range s.order(n) {
		parts = append(parts, n.Content[i].Value+": "+s.flow(n.Content[i+1], column+1))
	}
	if s.often(10) {
		parts[len(parts)-1] += ","
	}
	return "{" + pad + strings.Join(parts, comma) + pad + "}"
}

// scalar returns a text in one line.
func (s *style) scalar(n *yaml.Node, flow bool) string {
	if n.ShortTag() != "!!str" {
		return n.Value
	}
	plain := file.Scalar(n.Value)
	switch {
	case s.often(5) && !strings.Contains(n.Value, "'"):
		return "'" + n.Value + "'"
	case s.often(5) && !strings.ContainsAny(n.Value, `"\`):
		return `"` + n.Value + `"`
	case !flow && !strings.HasPrefix(plain, `"`) && s.often(8):
		return strings.Replace(plain, " ", "\n"+strings.Repeat(" ", goesOn), 1) // a plain text goes on in the next line
	}
	return plain
}

// block returns a long text as a block scalar, if the author writes it so.
func (s *style) block(n *yaml.Node, column int) (string, bool) {
	if n.ShortTag() != "!!str" || len(n.Value) < 20 || !s.often(3) {
		return "", false
	}
	in := strings.Repeat(" ", column)
	head := []string{"|", "|-", ">", ">-"}[s.IntN(4)]
	text := n.Value
	if head[0] == '>' {
		text = strings.Replace(text, " ", "\n"+in, 1)
	}
	if s.often(4) {
		head += " " + s.comment()
	}
	return head + "\n" + in + text, true
}

// anchor returns a date with an anchor or, if one was written before, its alias; "" for
// everything else.
func (s *style) anchor(n *yaml.Node) string {
	if !isDate.MatchString(n.Value) {
		return ""
	}
	if name := s.anchors[n.Value]; name != "" && s.often(2) {
		return "*" + name
	}
	if !s.often(3) || s.anchors[n.Value] != "" {
		return ""
	}
	name := fmt.Sprintf("a%d", len(s.anchors)+1)
	s.anchors[n.Value] = name
	return "&" + name + " " + s.scalar(n, false)
}

var isDate = regexp.MustCompile(`^20\d\d`)

var numberedComment = regexp.MustCompile(`# c\d+:`)

// styled is a network with every kind of record; its article is styledArticle.
const styled = `format: 1
id: ostrand
title: Who runs the harbour
summary: A town council, a harbour board and a shipyard.
headline: The board of the harbour
lang: en
root: council
lead: [council-board]
sources: [{id: gazette, title: The dredger, author: T. Holm, lang: en, date: 2022, text: article.txt}]
speakers:
  - {id: text, label: The article, kind: article}
  - {id: ida, label: Ida Brandt, kind: named, role: runs the yard, node: yard, passages: [q-lend]}
  - {id: pilot, label: A pilot, kind: unnamed}
passages:
  - {id: q-answers, paragraph: 1, exact: the harbour board has answered to the town council}
  - {id: q-orders, paragraph: 1, exact: "taken its orders, quietly, from the shipyard"}
  - {id: q-lend, paragraph: 2, exact: We lend them money, speaker: ida, manner: quoted}
  - {id: q-council, paragraph: 2, exact: The council lends it money too}
  - {id: q-guild, paragraph: 3, exact: The guild opposes the board}
  - {id: q-deny, paragraph: 3, exact: We do not, speaker: pilot, manner: quoted}
  - {id: q-fined, paragraph: 4, exact: the guild was fined 400 crowns in May 2021}
  - {id: q-fa, paragraph: 5, exact: "هیئت بندر"}
nodes:
  - {id: council, label: The council, aliases: [the town council, "Council: Ostrand"], kind: state, summary: The council of the town of Ostrand., passages: [q-answers, q-council]}
  - {id: board, label: The harbour board, names: {fa: "هیئت بندر"}, kind: force, summary: "Runs the harbour: all of it.", passages: [q-answers, q-fa]}
  - {id: yard, label: The shipyard, kind: group, summary: It builds ships and lends money., passages: [q-orders]}
  - {id: guild, label: The guild, aliases: ["انجمن"], kind: group, summary: The pilots of the harbour., passages: [q-guild], facts: [{kind: amount, value: "400", currency: SEK, passages: [q-fined]}, {kind: share, value: "12", passages: [q-guild]}]}
relations:
  - {id: council-board, from: council, to: board, kind: command, verb: commands, period: 2021-05, passages: [q-answers, q-council], note: As the charter has it}
  - {id: yard-board, from: yard, to: board, kind: direction, verb: gives orders to, status: implied, period: {edtf: 2019-21/.., words: Since the spring}, inference: The board takes orders from the yard., passages: [q-orders]}
  - {id: yard-money, from: yard, to: board, kind: money, verb: lends money to, status: attributed, passages: [q-lend], against: [{speaker: pilot, passages: [q-deny]}, {speaker: text, says: contradicts, passages: [q-guild]}]}
  - {id: guild-board, from: guild, to: board, kind: opposition, verb: opposes, past: true, passages: [q-guild, q-fined], legal: [{stage: charged, date: 2020, passages: [q-guild]}, {stage: convicted, date: 2021-05, passages: [q-fined]}]}
events:
  - {id: fine, label: The guild is fined, date: 2021-05, summary: A court fines the guild., participants: [{node: guild, role: fined}, {node: council, role: fines it}], passages: [q-fined]}
story:
  - {id: orders, title: Who gives orders, text: The council stands above the board., passages: [q-answers, q-orders], state: {select: council-board, light: [yard-board, board]}}
  - {id: pays, title: Who pays it, text: The yard says that it does., passages: [q-lend], state: {focus: board, chain: {from: yard, to: board}}}
  - {id: opposes, title: Who opposes it, text: The guild does so., passages: [q-guild], state: {light: [guild, guild-board], hide: [relation.money, speaker.pilot]}}
accept:
  - {rule: no-relation, of: guild, why: It has one.}
  - {rule: uncited-name, words: Ostrand, why: It is the town.}
`

const styledArticle = `Since the war the harbour board has answered to the town council. Since the spring it has taken its orders, quietly, from the shipyard.

“We lend them money”, says Ida Brandt. The council lends it money too. And one more thing is here.

The guild opposes the board. “We do not”, says a pilot of the guild.

In Ostrand the guild was fined 400 crowns in May 2021.

هیئت بندر در شهر است.
`

func styledNetwork(t *testing.T) *yaml.Node {
	var document yaml.Node
	if err := yaml.Load([]byte(styled), &document); err != nil {
		t.Fatal(err)
	}
	return document.Content[0]
}
