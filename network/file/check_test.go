package file_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"proxynet/network/file"
)

// harbour returns the valid network in testdata with old, which must occur in it,
// replaced by new.
func harbour(t *testing.T, old, new string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/harbour.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(data, []byte(old)) {
		t.Fatalf("harbour.yaml does not hold %q", old)
	}
	return bytes.Replace(data, []byte(old), []byte(new), 1)
}

// diagnosticsOf returns the diagnostics in an error, one per line.
func diagnosticsOf(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	if diagnostics := (file.Diagnostics)(nil); !errors.As(err, &diagnostics) {
		t.Fatalf("got a %T, want Diagnostics: %v", err, err)
	}
	return err.Error()
}

// TestRead makes one mistake at a time in a valid network.
func TestRead(t *testing.T) {
	tests := []struct {
		name, old, new string
		want           string // the diagnostics, with “h” as the file name; "" for none
	}{
		{"sound", "format: 1", "format: 1", ""},
		{"byte order mark", "# A small", "\ufeff# A small", ""},
		{"zero width non-joiner", "label: A buoy", "label: \"کشتی\u200cسازی\"", ""},
		{"folded text", "summary: A town council, a harbour board, a shipyard and a guild.", "summary: >\n  A town council,\n  and more.", ""},

		{"no format", "format: 1\n", "", `h:2: it has no "format"; add “format: 1” if it was written for this version`},
		{"newer format", "format: 1", "format: 2", `h:2: it is in format 2, and this program reads formats up to 1; update the program: every version reads the files of all before it`},
		{"format of the wrong type", "format: 1", "format: one", `h:2: the file: "format" must be a whole number from 1; write for example “1”`},
		{"unknown field", "summary: Runs the harbour.", "sumary: Runs the harbour., summary: x", `h:38: board: unknown field "sumary"; did you mean summary?`},
		{"comma in a flow", "summary: Runs the harbour.", "summary: Runs the harbour, and more", `h:38: board: unknown field "and more"; put the text before it in quotation marks: inside { } a comma ends a value
    write:   - {id: board, label: The harbour board, kind: force, summary: "Runs the harbour, and more", passages: [q-answers, q-dredge]}`},
		{"no space after a colon", "summary: Of pilots.,", "summary:Of pilots.,", `h:40: guild: there is no space after the colon of "summary"; add one
    write:   - {id: guild, label: The pilots’ guild, kind: group, summary: Of pilots., passages: [q-guild]}`},
		{"no-break space after a colon", "summary: Of pilots.,", "summary:\u00a0Of pilots.,", `h:40: guild: there is a no-break space after the colon of "summary", which is not a space to YAML; use an ordinary space
    write:   - {id: guild, label: The pilots’ guild, kind: group, summary: Of pilots., passages: [q-guild]}`},
		{"ampersand", "label: The pilots’ guild,", "label: &Pilots,", `h:40: guild: "label" begins with &, which names a value in YAML; put the text in quotation marks
    write:   - {id: guild, label: "&Pilots", kind: group, summary: Of pilots., passages: [q-guild]}`},
		{"field twice", "root: council", "root: council\nlang: fa", `h:8: the file: it has the field "lang" twice, first in line 6; keep one of the two`},
		{"missing field", "verb: opposes, ", "", `h:56: guild-board: it has no "verb"; add “verb: …”`},
		{"unknown field of the file", "root: council", "root: council\nx: y", `h:8: ostrand: unknown field "x"; write one of: format, id, title, summary, headline, lead-caption, lang, kinds, families, chains, unsourced, sources, speakers, passages, nodes, relations, events, story, root, lead, accept`},
		{"field without value", "title: Who runs the harbour of Ostrand", "title:", `h:4: ostrand: "title" is empty; give it a value`},
		{"headline too long", "title: Who", "headline: " + strings.Repeat("é", 91) + "\ntitle: Who", `h:4: ostrand: "headline" has 91 characters, more than 90; shorten it`},
		{"headline as long as may be", "title: Who", "headline: " + strings.Repeat("é", 90) + "\nlead-caption: " + strings.Repeat("é", 160) + "\ntitle: Who", ""},
		{"empty text", "author: T. Holm", `author: " "`, `h:12: gazette: "author" is empty; give it a value, or leave the field out`},
		{"number for text", "label: A buoy", "label: 12", `h:41: buoy: "label" must be text; write text, in quotation marks if YAML reads it as something else`},
		{"text for a list", "aliases: [the town council]", "aliases: the town council", `h:37: council: "aliases" must be a list; write it as “[a, b]” or as lines that begin with “-”`},
		{"list for a record", "period: 2016/..", "period: [2016/..]", `h:44: council-board: it must be fields and values; write it as “field: value” lines`},
		{"alias to a text", "summary: Builds ships., passages: [q-orders]}\n", "summary: &s Builds ships., passages: [q-orders]}\n  - {id: yard2, label: Y, kind: group, summary: *s, passages: [q-orders]}\n", `h:40: yard2: only a date may be an alias; write out the value of *s`},

		{"bad id", "id: buoy", "id: Buoy", `h:41: node 5: bad id "Buoy"; write it with a–z, 0–9 and -, at most 64 characters, such as buoy`},
		{"id too long", "id: ostrand", "id: " + strings.Repeat("o", 65), `h:3: the file: bad id "` + strings.Repeat("o", 60) + `…"; write it with a–z, 0–9 and -, at most 64 characters`},
		{"duplicate id in another section", "id: council-money", "id: pilot", `h:55: pilot: this id is already a speaker's, in line 21; give one of the two another id`},
		{"unknown id", "from: guild,", "from: guid,", `h:56: guild-board: unknown node "guid" in "from"; did you mean guild?`},
		{"picture led by nothing", "root: council", "root: council\nlead: [council-board, council-bord]", `h:8: ostrand: unknown relation "council-bord" in "lead"; did you mean council-board?`},
		{"id that became longer", "id: guild, label", "id: guild-pilots, label", "h:56: guild-board: unknown node \"guild\" in \"from\"; did you mean guild-pilots?\nh:64: sinking, participant 1: unknown node \"guild\" in \"node\"; did you mean guild-pilots?"},
		{"unknown id like no other", "from: guild,", "from: lighthouse,", `h:56: guild-board: unknown node "lighthouse" in "from"; correct the id, or add it to the nodes`},
		{"id of another section", "root: council", "root: q-orders", `h:7: ostrand: "q-orders" in "root" is a passage, and must be a node; name one of the nodes`},

		{"unknown kind of node", "kind: target", "kind: thing", `h:41: buoy: unknown kind "thing"; write one of: state, force, person, alliance, group, organisation, people, target, unknown; or declare it in “kinds: {nodes: …}”`},
		{"unknown kind of relation", "kind: opposition", "kind: oposition", `h:56: guild-board: unknown kind "oposition"; did you mean opposition?`},
		{"unknown status", "status: attributed", "status: atributed", `h:54: yard-money: unknown status "atributed"; did you mean attributed?`},
		{"unknown manner", "manner: quoted}", "manner: qouted}", `h:26: q-lend: unknown manner "qouted"; did you mean quoted?`},
		{"unknown meaning of a date", "{edtf: 2019-21/..,", "{edtf: 2019-21/.., means: knwon,", "h:51: yard-board: unknown means \"knwon\"; write one of: known, began, within, throughout\nh:51: yard-money: unknown means \"knwon\"; write one of: known, began, within, throughout"},
		{"an address that is none", "names: {fa:", "same: [quay], names: {fa:", `h:39: yard: bad address "quay": it must begin with https:// or http:// and a host; write it like https://example.org/network/`},
		{"unknown language", "names: {fa:", "names: {farsi:", `h:39: yard: unknown language "farsi" in "farsi"; write a BCP 47 language tag, such as en, fa or zh-Hans`},
		{"unsafe address", "https://gazette.example/dredger", "javascript:alert(1)", `h:14: gazette: bad address "javascript:alert(1)": it must begin with https:// or http:// and a host; write it like https://example.org/network/`},

		{"node without passage", "summary: Of pilots., passages: [q-guild]", "summary: Of pilots.", `h:40: guild: no passage supports it; name one in “passages: [id]”, or take it out`},
		{"passage twice", "passages: [q-answers, q-dredge]", "passages: [q-answers, q-dredge, q-answers]", `h:38: board: it names the passage q-answers twice; take one out`},
		{"unused passage", "passages: [q-answers, q-dredge]", "passages: [q-answers]", `h:29: q-dredge: no claim cites this passage; name it where it belongs, or take it out`},
		{"long quote", "exact: The pilots’ guild opposes the board", "exact: " + strings.Repeat("o", 401), `h:28: q-guild: the quote has 401 characters, more than 400; quote only the words that support the claim`},
		{"no paragraph", "paragraph: 4, exact: The pilots", "exact: The pilots", ""},
		{"accepted twice over", "root: council", "root: council\naccept: [{rule: uncited-name, of: paragraph-1, words: The dredger, why: So it is.}]", "h:8: accept: it says both “of” and “words”; keep “words” for a paragraph or sentence of the article, “of” for an id"},
		{"missing comma in a list", "passages: [q-answers, q-dredge]", "passages: [q-answers q-dredge]", "h:29: q-dredge: no claim cites this passage; name it where it belongs, or take it out\nh:38: board: unknown passage \"q-answers q-dredge\" in \"passages\"; put a comma between them: q-answers, q-dredge"},
		{"paragraph 0", "{id: q-guild, paragraph: 4", "{id: q-guild, paragraph: 0", `h:28: q-guild: "paragraph" must be a whole number from 1; write for example “1”`},
		{"manner left out", "speaker: ida, manner: quoted", "speaker: ida", `h:26: q-lend: it has no "manner"; add “manner: …”`},
		{"own words of another", "speaker: ida, manner: quoted", "speaker: ida, manner: own", `h:26: q-lend: ida does not speak in the source's own voice; write “manner: quoted” or “manner: paraphrased”`},
		{"the source quoted", "{id: q-guild,", "{id: q-guild, manner: quoted,", `h:28: q-guild: the source's own voice is not quoted; leave “manner” out, or name the speaker`},
		{"via the speaker", "speaker: ida, manner: quoted", "speaker: ida, manner: quoted, via: ida", `h:26: q-lend: its speaker is also the one who passes it on; leave “via” out, or name who passed it on`},

		{"self-relation", "from: guild, to: board", "from: guild, to: guild", `h:56: guild-board: it relates guild to itself; name another node`},
		{"implied without inference", "    inference: The board takes orders from the yard, so the yard gives them.\n", "", `h:50: yard-board: it is implied, but has no inference; add “inference: …”, one line that says how it follows from its passages`},
		{"inference without implied", "verb: opposes", "verb: opposes, inference: So it is.", `h:56: guild-board: it has an inference, but is not implied; write “status: implied”, or take the inference out`},
		{"misspelt status", "verb: opposes", "verb: opposes, status: atributed", `h:56: guild-board: unknown status "atributed"; did you mean attributed?`},
		{"status in other words", "verb: opposes", "verb: opposes, status: Denied", `h:56: guild-board: unknown status "Denied"; write the status of the claim itself, and name the denial in “against: [{speaker: ID, passages: [ID]}]”`},
		{"status that may mean two", "verb: opposes", "verb: opposes, status: alleged", `h:56: guild-board: unknown status "alleged"; did you mean attributed, if the source says who alleges it, or ambiguous?`},
		{"attributed to nobody", "verb: opposes", "verb: opposes, status: attributed", `h:56: guild-board: it is attributed, but all its passages are in the source's own voice; name who says it in one of its passages (“speaker: ID”, and “manner: quoted” or “paraphrased”; add who it is to “speakers”), or leave “status” out if the source says so in its own voice`},
		{"stated by others only", "status: attributed, ", "", `h:54: yard-money: it is stated, but all its passages are the words of others; write “status: attributed”, or add a passage in the source's own voice`},
		{"relation resolved without note", "verb: opposes", "verb: opposes, status: resolved", `h:56: guild-board: it is resolved from outside the source, but has no note; add “note: …”`},
		{"event resolved without note", "    date: 2021", "    date: 2021\n    status: resolved", `h:62: sinking: it is resolved from outside the source, but has no note; add a note to its date`},
		{"date resolved without note", ", note: The year after the buoy was sunk.", "", `h:16: gazette: the date is resolved from outside the source, but has no note; add “note: …” to it`},
		{"date without expression", "edtf: 2022~, ", "", `h:16: gazette: it has no "edtf"; add “edtf: …”`},
		{"impossible date", "date: 2021", "date: 2021-02-29", `h:61: sinking: "2021-02-29" is a day that does not exist; write a day from 01 to 28`},
		{"no participants", "    participants:\n      - {node: guild, role: sank it}\n      - {node: board, role: owned it}\n", "    participants: []\n", `h:63: sinking: it has no participants; name a node in “participants: [{node: …, role: …}]”`},
		{"participant without role", ", role: owned it", "", `h:65: sinking, participant 2: it has no "role"; add “role: …”`},

		{"override", "label: A buoy", `label: "A \u202e buoy"`, `h:41: buoy: "label" contains the text direction control U+202E; take it out`},
		{"escaped control character", "label: A buoy", `label: "A \a buoy"`, `h:41: buoy: "label" contains the control character U+0007; take it out`},
		{"control character", "label: A buoy", "label: A \a buoy", `h:41: it holds a control character; take it out`},
		{"line break", "summary: Of pilots.", `summary: "Of\npilots."`, `h:40: guild: "summary" contains a line break; write it in one line, or fold lines with “>-”`},
		{"lost character", "label: A buoy", "label: A b\ufffdy", `h:41: buoy: "label" contains the replacement character U+FFFD, a trace of a wrong encoding; write the character that was lost`},
		{"not UTF-8", "label: A buoy", "label: A b\xfcy", `h:41: this is not UTF-8; save the file in UTF-8`},
		{"does not parse", "root: council", "root: [council", `h:7: it does not parse as YAML: a bracket, [, is never closed; close it with ]
    write: root: [council]`},
		{"two documents", "root: council", "root: council\n---\n", `h: it does not parse as YAML: expected single document, found multiple; fix the YAML there; indentation, quotation marks and brackets are the usual causes`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := file.Read("h", harbour(t, test.old, test.new))
			if got := diagnosticsOf(t, err); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// TestLimits reads empty files, and files larger than any author writes.
func TestLimits(t *testing.T) {
	head := "format: 1\nid: n\ntitle: T\nsummary: S\nlang: en\nroot: a\n"
	var records, aliases, broken strings.Builder
	records.WriteString(head + "events:\n")
	for i := range 400_001 {
		fmt.Fprintf(&records, "  - {id: e%d}\n", i)
	}
	aliases.WriteString(head + "sources: [{id: s, title: T, lang: en, date: &d {edtf: 1980, note: N}}]\n" +
		"speakers: [{id: v, label: V, kind: article}]\npassages: [{id: q, paragraph: 1, exact: w}]\n" +
		"nodes: [{id: a, label: A, kind: state, summary: S, passages: [q]}]\nevents:\n")
	for i := range 4_001 { // five values each
		fmt.Fprintf(&aliases, "  - {id: e%d, label: E, date: *d, summary: S, participants: [{node: a, role: r}], passages: [q]}\n", i)
	}
	broken.WriteString(head + "nodes:\n")
	for i := range 600 {
		fmt.Fprintf(&broken, "  - {id: N%d}\n", i)
	}
	tests := []struct {
		name, data, want string
	}{
		{"empty", "", "it does not parse as YAML: no documents in stream"},
		{"only a comment", "# nothing\n", "it does not parse as YAML: no documents in stream"},
		{"missing section", head, `h:1: n: it has no nodes yet; add one to “nodes”`},
		{"a list", "- a\n", "it must be fields and values"},
		{"too large", strings.Repeat("# padding\n", 7_000_000), "it is larger than 64 MiB"},
		{"too many records", records.String(), "it has more than 400000 records"},
		{"too many aliases", aliases.String(), "the aliases up to here expand to too much"},
		{"nested too deep", strings.Repeat("[", 100_000), "more than 1000 brackets are open in line 1; close them"},
		{"too many errors", broken.String(), "more than 500 errors; fix these first"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := file.Read("h", []byte(test.data))
			if got := diagnosticsOf(t, err); !strings.Contains(got, test.want) {
				t.Errorf("got\n%.1000s\nwant %q in it", got, test.want)
			}
		})
	}
}

func TestDefaults(t *testing.T) {
	n, err := file.Load("testdata/harbour.yaml")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name      string
		got, want any
	}{
		{"source, being the only one", n.Passages[0].Source, "gazette"},
		{"speaker, the source's own voice", n.Passages[0].Speaker, "text"},
		{"manner, its own", string(n.Passages[0].Manner), "own"},
		{"status", string(n.Relations[0].Status), "stated"},
		{"direction of a command", n.Relations[0].Directed, true},
		{"a prefix keeps its space", n.Passages[3].Selector.Prefix, "The council "},
		{"an open end has no day", n.Relations[0].Period.Latest, ""},
		{"a date by itself", n.Events[0].Date.Earliest, "2021-01-01"},
		{"an alias stands for the date", *n.Relations[2].Period, *n.Relations[1].Period},
		{"words of a date", n.Relations[2].Period.Words, "Since the spring of 2019"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("%s: got %v, want %v", test.name, test.got, test.want)
		}
	}
}

func TestShipped(t *testing.T) {
	if _, err := file.Shipped(); err != nil {
		t.Errorf("the shipped network has errors:\n%v", err)
	}
}
