package file_test

import (
	"strings"
	"testing"

	"proxynet/network/file"
)

// TestNameForID writes a name instead of an id in each field for an id: the fix
// suggests the id.
func TestNameForID(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"label of a node", "from: guild,", "from: The pilots’ guild,", `h:56: guild-board: unknown node "The pilots’ guild" in "from"; did you mean guild, whose label that is?`},
		{"label in other case and typesetting", "from: guild,", "from: \"the pilots' Guild\",", "did you mean guild, whose label that is?"},
		{"label unlike its id", "root: council", "root: A buoy", "did you mean buoy, whose label that is?"},
		{"alias of a node", "from: council,", "from: the town council,", "did you mean council, whose alias that is?"},
		{"name in another language", "from: yard\n", "from: کشتی‌سازی برانت\n", "did you mean yard, whose name that is?"},
		{"phrase of a node", "passages: [q-buoy]}\n\nrelations:\n  - {id: council-board, from: council", "phrase: the oldest buoy, passages: [q-buoy]}\n\nrelations:\n  - {id: council-board, from: the oldest buoy", "did you mean buoy, whose phrase that is?"},
		{"label of a speaker", "speaker: pilot\n", "speaker: A pilot\n", `q-dredge: unknown speaker "A pilot" in "speaker"; did you mean pilot, whose label that is?`},
		{"label of a speaker’s node", "node: yard, passages", "node: Brandt shipyard, passages", "did you mean yard, whose label that is?"},
		{"quote of a passage", "passages: [q-guild]}\n  - {id: buoy", "passages: [\"The pilots' guild opposes the board\"]}\n  - {id: buoy", "did you mean q-guild, whose quote that is?"},
		{"title of a source", "exact: We lend them money,", "source: The dredger nobody ordered, exact: We lend them money,", `unknown source "The dredger nobody ordered" in "source"; did you mean gazette, whose title that is?`},
		{"label of an event", "select: council-board", "select: The buoy is sunk", "did you mean sinking, whose label that is?"},
		{"label of a participant", "node: guild, role", "node: The pilots’ guild, role", "did you mean guild, whose label that is?"},
		{"label at the end of a chain", "chain: {from: yard", "chain: {from: Brandt shipyard", "did you mean yard, whose label that is?"},
		{"label in a token", "speaker.pilot, source.gazette", "speaker.A pilot, source.gazette", `unknown token "speaker.A pilot" in "hide"; did you mean speaker.pilot, whose label that is?`},
		{"title in a token", "source.gazette", "source.The dredger nobody ordered", "did you mean source.gazette, whose title that is?"},
		{"label of several speakers", "kind: unnamed}\n\npassages:\n", "kind: unnamed}\n  - {id: mate, label: A pilot, kind: unnamed}\n\npassages:\n  - {id: q, paragraph: 4, speaker: A pilot, exact: x}\n", "write the id of the one you mean, since several have that name: mate, pilot"},
		{"label of a node for a speaker", "speaker: pilot\n", "speaker: A buoy\n", "correct the id, or add it to the speakers"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := file.Read("h", harbour(t, test.old, test.new))
			if got := diagnosticsOf(t, err); !strings.Contains(got, test.want) {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// TestNameForIDElsewhere writes names instead of ids in translations, terms and edits.
func TestNameForIDElsewhere(t *testing.T) {
	for _, test := range []struct{ name, old, new, want string }{
		{"label of a node", "  board:\n", "  The harbour board:\n", "The harbour board: the network has no node with this id; did you mean board, whose label that is?"},
		{"alias of a node", "  board:\n", "  the town council:\n", "did you mean council, whose alias that is?"},
		{"label of a participant", "      guild: {", "      The pilots’ guild: {", `the network has no "roles.The pilots’ guild" there; did you mean guild, whose label that is?`},
		{"title of a step", "  orders:\n    title", "  Who gives orders:\n    title", "did you mean orders, whose title that is?"},
	} {
		t.Run("translation, "+test.name, func(t *testing.T) {
			text := strings.Replace(persian, test.old, test.new, 1)
			_, err := file.Open(harbourIn(t, text))
			if got := diagnosticsOf(t, err); text == persian || !strings.Contains(got, test.want) {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
	sound := string(read(t, ferry))
	for _, test := range []struct{ name, old, new, want string }{
		{"kind of node", "kind: company, summary: Owns", "kind: شرکت, summary: Owns", `unknown kind "شرکت"; did you mean company, whose label that is?`},
		{"kind of relation", "kind: owns,", "kind: Ownership,", "did you mean owns, whose label that is?"},
		{"kind of fact", "kind: bribe", "kind: alleged payment", "did you mean bribe, whose label that is?"},
		{"family", "family: deals, line", "family: Contracts and payments, line", "did you mean deals, whose label that is?"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(sound, test.old, test.new, 1)
			_, err := file.Read("f", []byte(text))
			if got := diagnosticsOf(t, err); text == sound || !strings.Contains(got, test.want) {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
	o := file.ReadOutline("h", harbour(t, "root: council", "root: council"))
	for name, want := range map[string]string{"A buoy": "buoy", "the dredger nobody ordered": "gazette", "gild": "guild", "a lighthouse": ""} {
		if got := o.Nearest(name); got != want {
			t.Errorf("nearest to %q is %q, want %q", name, got, want)
		}
	}
}
