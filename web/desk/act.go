package desk

import (
	"bytes"
	"encoding/json"

	"proxynet/network"
	"proxynet/network/file/edit"
	"proxynet/network/message"
)

// Acted is the result of an act: edits of the current text, sorted by position,
// which the page applies together.
type Acted struct {
	Edits   []TextEdit            `json:"edits"`
	Files   map[string][]TextEdit `json:"files,omitempty"` // edits of other files, such as translations, by name
	Made    []string              `json:"made"`            // ids of new records
	Message string                `json:"message"`         // a message for the author
	Depends []Dependent           `json:"depends,omitempty"`
}

// TextEdit replaces a range of a text. Offsets are UTF-16 code units in the text
// before any edit.
type TextEdit struct {
	From int    `json:"from"`
	To   int    `json:"to"`
	Text string `json:"text"`
}

// Dependent is a record that a removal would change or remove too.
type Dependent struct {
	ID       string `json:"id"`
	Sentence string `json:"sentence"`
	Gone     bool   `json:"gone"` // it would be removed too
}

// Act is a request to change the network. Its field “do” names the act; each act
// uses the fields listed here, optional ones with a question mark:
//
//	name      selection, label, kind; id?, aliases?, phrase?, summary?
//	alias     node, selection
//	relation  selection, from, to, kind, verb, status; speaker, manner?, inference?, note?, past?, open?
//	event     selection, label, participants; date?, status?, speaker?, summary?
//	participants  id, participants
//	cite      id, selection; speaker?, manner?
//	against   relation, selection; speaker, manner?, date?, says?
//	date      id; selection?, date, means?
//	fact      id, selection, kind, value; currency?
//	stage     relation, selection, stage, date
//	step      title, text, show, passages; select?, focus?, hide?, near?, asOf?, remove?, chain?, size?, after?
//	move      id, after                   moves a step behind another, or to the start if after is ""
//	set       id, field, value            null or "" removes the field; id "" means the network
//	omit      id, field, index           takes a denial (against), a stage (legal) or a detail (facts) out
//	reverse   relation; verb?
//	split     id, passages; label?, kind?, relations?
//	rename    id, to
//	merge     keep, other, confirmed      as remove, if the two are related to each other
//	remove    ids, confirmed              unconfirmed, it only returns the dependents, if any
//	fix       finding {rule, id}          what “check --fix” would write, all of it without finding
//	meta      title, summary, headline, leadCaption, root, lang, lead
//	accept    rule, id, why; words?
//	raise     rule, id, or line           withdraws an acceptance
//	speaker   label, kind; role?, node?, selection?
//	attribute  passages, speaker; manner?
//	all       acts                        several as one, of different fields; not rename, merge, remove or fix
//
// A node is an id or, for a new one, {label, kind}; a speaker is an id or {label, kind,
// role?, node?}. A relation must have a status, even if it is “stated”. A date is EDTF
// or a date in words.
type Act struct {
	Do   string `json:"do"`
	Acts []*Act `json:"acts"`

	Selection    *Selection      `json:"selection"`
	ID           string          `json:"id"`
	IDs          []string        `json:"ids"`
	Label        string          `json:"label"`
	Kind         string          `json:"kind"`
	Phrase       string          `json:"phrase"`
	Aliases      []string        `json:"aliases"`
	Node         string          `json:"node"`
	From         *NodeChoice     `json:"from"`
	To           *NodeChoice     `json:"to"`
	Verb         string          `json:"verb"`
	Status       string          `json:"status"`
	Speaker      *SpeakerChoice  `json:"speaker"`
	Manner       string          `json:"manner"`
	Via          string          `json:"via"`
	Inference    string          `json:"inference"`
	Note         string          `json:"note"`
	Past         bool            `json:"past"`
	Open         bool            `json:"open"`
	Participants []Participation `json:"participants"`
	Relation     string          `json:"relation"`
	Relations    []string        `json:"relations"`
	Date         string          `json:"date"`
	Means        string          `json:"means"`
	Says         string          `json:"says"`
	Value        any             `json:"value"`
	Currency     string          `json:"currency"`
	Stage        string          `json:"stage"`
	Field        string          `json:"field"`
	Index        int             `json:"index"` // in the list of the field, from 0
	Keep         string          `json:"keep"`
	Other        string          `json:"other"`
	Confirmed    bool            `json:"confirmed"`
	Finding      *struct {
		Rule string `json:"rule"`
		ID   string `json:"id"`
	} `json:"finding"`
	Rule  string `json:"rule"`
	Why   string `json:"why"`
	Words string `json:"words"`
	Line  int    `json:"line"`
	Role  string `json:"role"`

	// For a step.
	Text     string             `json:"text"`
	Passages []string           `json:"passages"`
	Show     []string           `json:"show"`
	Select   string             `json:"select"`
	Focus    string             `json:"focus"`
	Hide     []string           `json:"hide"`
	Near     []string           `json:"near"`
	AsOf     string             `json:"asOf"`
	Remove   []string           `json:"remove"`
	Chain    *network.ChainEnds `json:"chain"`
	Size     string             `json:"size"`
	After    string             `json:"after"`

	// For the network itself.
	Title    *string  `json:"title"`
	Summary  *string  `json:"summary"`
	Headline *string  `json:"headline"`
	Caption  *string  `json:"leadCaption"`
	Root     *string  `json:"root"`
	Lang     *string  `json:"lang"`
	Lead     []string `json:"lead"`
}

// NodeChoice is an existing node, or a new one.
type NodeChoice struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Kind  string `json:"kind"`
}

// UnmarshalJSON decodes an id or an object.
func (c *NodeChoice) UnmarshalJSON(data []byte) error {
	if bytes.HasPrefix(data, []byte(`"`)) {
		return json.Unmarshal(data, &c.ID)
	}
	type plain NodeChoice
	return json.Unmarshal(data, (*plain)(c))
}

// Participation is a participant of an event, with its role.
type Participation struct {
	Node *NodeChoice `json:"node"`
	Role string      `json:"role"`
}

// SpeakerChoice is an existing speaker, or a new one.
type SpeakerChoice struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Kind  string `json:"kind"`
	Role  string `json:"role"`
	Node  string `json:"node"`
}

// UnmarshalJSON decodes an id or an object.
func (w *SpeakerChoice) UnmarshalJSON(data []byte) error {
	if bytes.HasPrefix(data, []byte(`"`)) {
		return json.Unmarshal(data, &w.ID)
	}
	type plain SpeakerChoice
	return json.Unmarshal(data, (*plain)(w))
}

// change is an act in progress.
type change struct {
	*Act
	*edit.Draft
	e    *Engine
	n    *network.Network
	made []string
	err  error
}

// acts are the acts that a [edit.Draft] makes, by name.
var acts = map[string]func(c *change) error{
	"name":         func(c *change) error { return nameAct{c}.name() },
	"alias":        func(c *change) error { return nameAct{c}.alias() },
	"relation":     func(c *change) error { return claimAct{c}.relation() },
	"event":        func(c *change) error { return claimAct{c}.event() },
	"participants": func(c *change) error { return claimAct{c}.participants() },
	"cite":         func(c *change) error { return claimAct{c}.cite() },
	"against":      func(c *change) error { return claimAct{c}.against() },
	"date":         func(c *change) error { return dateAct{c}.date() },
	"fact":         func(c *change) error { return claimAct{c}.fact() },
	"stage":        func(c *change) error { return claimAct{c}.stage() },
	"step":         func(c *change) error { return stepAct{c}.step() },
	"set":          func(c *change) error { return fieldAct{c}.set() },
	"omit":         func(c *change) error { return omitAct{c}.omit() },
	"reverse":      func(c *change) error { return fieldAct{c}.reverse() },
	"split":        func(c *change) error { return splitAct{c}.split() },
	"meta":         func(c *change) error { return fieldAct{c}.meta() },
	"accept":       func(c *change) error { return fieldAct{c}.accept() },
	"raise":        func(c *change) error { return fieldAct{c}.raise() },
	"speaker":      func(c *change) error { return speakerAct{c}.newSpeaker() },
	"attribute":    func(c *change) error { return speakerAct{c}.attribute() },
	"move":         func(c *change) error { return stepAct{c}.move() },
}

// Act returns the edits of an act. The engine's state doesn't change.
func (e *Engine) Act(data []byte) (*Acted, error) {
	var a Act
	if err := json.Unmarshal(data, &a); err != nil {
		return nil, message.Errorf("the act can't be read: %w", err)
	}
	switch a.Do {
	case "rename", "merge":
		return e.follow(&a)
	case "remove":
		return e.remove(&a)
	case "fix":
		return e.fix(&a)
	case "all":
		return e.draft(a.Acts...)
	}
	return e.draft(&a)
}

// draft makes acts of [acts] as one change: if one fails, nothing changes.
func (e *Engine) draft(all ...*Act) (*Acted, error) {
	o := e.file.Outline()
	if o.Document == nil {
		return nil, e.unreadable()
	}
	c := &change{Draft: e.file.Draft(), e: e, n: o.Document.Network}
	for _, a := range all {
		do := acts[a.Do]
		if do == nil {
			return nil, message.Errorf("unknown act “%s”", a.Do)
		}
		c.Act = a
		if err := do(c); err != nil {
			return nil, err
		}
	}
	made, err := c.Change()
	if err != nil {
		return nil, err
	}
	return e.acted(made, c.made), nil
}

// unreadable returns the error of an act on a text that isn't a network.
func (e *Engine) unreadable() error {
	for _, f := range e.file.Outline().Diagnostics {
		return message.Errorf("correct the text first: line %d: %s; %s", f.Line, f.Problem, f.Fix)
	}
	return message.Errorf("correct the text first")
}

// acted converts a change for the page.
func (e *Engine) acted(c edit.Change, made []string) *Acted {
	e.tried = c.After
	return &Acted{Edits: e.edits(string(e.file.Data()), c.Edits), Made: list(made), Message: e.remarks(c.Remarks)}
}

// edits converts edits to UTF-16 offsets and sorts them by position.
func (e *Engine) edits(text string, edits []edit.Edit) []TextEdit {
	sorted := edit.Sorted(edits)
	out := make([]TextEdit, len(sorted))
	c := counter{text: text}
	for i, d := range sorted {
		out[i] = TextEdit{c.unitAt(d.From), c.unitAt(d.To), d.Text}
	}
	return out
}

// follow renames or merges records, in translations too.
func (e *Engine) follow(a *Act) (*Acted, error) {
	var c edit.Change
	var err error
	translated := func(data []byte) (edit.Change, error) { return edit.RenameInTranslation(data, a.ID, *a.rename()) }
	if a.Do == "rename" {
		c, err = e.file.Rename(a.ID, *a.rename())
	} else {
		var depends []edit.Dependent
		if c, depends, err = e.file.Merge(a.Keep, a.Other); err == nil && len(depends) > 0 && !a.Confirmed {
			return e.depending(depends), nil
		}
		translated = func(data []byte) (edit.Change, error) {
			return edit.RemoveAllFromTranslation(data, append([]string{a.Other}, c.Removed...)...)
		}
	}
	if err != nil {
		return nil, err
	}
	o := e.acted(c, nil)
	return o, e.translate(o, translated)
}

// rename returns the new id of “rename”.
func (a *Act) rename() *string {
	to := ""
	if a.To != nil {
		to = a.To.ID
	}
	return &to
}

// translate adds the edits that a change makes in the translations.
func (e *Engine) translate(o *Acted, change func(data []byte) (edit.Change, error)) error {
	for _, name := range e.translations() {
		c, err := change([]byte(e.files[name]))
		if err != nil {
			return message.Errorf("%s: %w", name, err)
		}
		if len(c.Edits) > 0 {
			if o.Files == nil {
				o.Files = make(map[string][]TextEdit)
			}
			o.Files[name] = e.edits(e.files[name], c.Edits)
		}
	}
	return nil
}

// remove removes records, or lists their dependents if the act isn't confirmed.
func (e *Engine) remove(a *Act) (*Acted, error) {
	if len(a.IDs) == 0 && a.ID != "" {
		a.IDs = []string{a.ID}
	}
	if len(a.IDs) == 0 {
		return nil, message.Errorf("name what to remove")
	}
	c, depends, err := e.file.Cascade(a.IDs...)
	if err != nil {
		return nil, err
	}
	if len(depends) > 0 && !a.Confirmed {
		return e.depending(depends), nil
	}
	o := e.acted(c, nil)
	return o, e.translate(o, func(data []byte) (edit.Change, error) {
		return edit.RemoveAllFromTranslation(data, c.Removed...)
	})
}

// depending returns the answer to an act that must be confirmed first.
func (e *Engine) depending(all []edit.Dependent) *Acted {
	o := &Acted{Edits: []TextEdit{}, Made: []string{}}
	for _, d := range all {
		o.Depends = append(o.Depends, Dependent{d.ID, titleOf(e.document.Network, d.ID), d.Gone})
	}
	return o
}

// fix applies the fixes of “check --fix”, to one record if the act names one.
func (e *Engine) fix(a *Act) (*Acted, error) {
	f := edit.Of(e.file.Data()) // which lint hasn't looked at
	id := ""
	if a.Finding != nil {
		id = a.Finding.ID
	}
	c, err := f.Fix(e.articles, id)
	if err != nil {
		return nil, err
	}
	if len(c.Edits) == 0 {
		return nil, message.Errorf("nothing can be computed here; change it yourself")
	}
	return e.acted(c, nil), nil
}
