package service

import (
	"encoding/json"
	"strings"

	"proxynet/network/file"
	"proxynet/network/file/claims"
	"proxynet/network/file/compare"
	"proxynet/network/file/proposal"
	"proxynet/network/file/review"
	"proxynet/network/message"
	"proxynet/web/desk"
)

// Desk is the services of one engine.
type Desk struct{ press press }

// Services returns the functions that an engine calls.
func (d *Desk) Services() desk.Services {
	return desk.Services{Publish: d.press.publish, Arrange: arrange, Proposals: proposals, Review: answerReview, Compare: compared}
}

// Programs takes the programs that published pages consist of, by the names of
// [ProgramNames]. Each may be compressed by gzip.
func (d *Desk) Programs(files map[string][]byte) error { return d.press.take(files) }

// draft is a [proposal.Draft] with its problem in the page's language.
type draft struct {
	proposal.Draft
	Problem string `json:"problem,omitempty"`
}

func proposals(data []byte, d *file.Document, articles file.Articles, words desk.Words) (any, error) {
	drafts, err := proposal.Read("the proposals", data, d.Network, articles)
	if err != nil {
		return nil, err
	}
	all := make([]draft, len(drafts))
	for i, d := range drafts {
		all[i] = draft{d, words.Say(d.Problem)}
	}
	return struct {
		Drafts []draft `json:"drafts"`
	}{all}, nil
}

// comparison is a [compare.Comparison] with each change in words.
type comparison struct {
	compare.Comparison
	Changed []change `json:"changed"`
}

type change struct {
	compare.Change
	Before string `json:"before"` // the sentence in the earlier version
	Words  string `json:"words"`  // what changed, such as “verb: paid → bribed”
}

func compared(before string, d *file.Document, words desk.Words) (any, error) {
	o := file.ReadOutline("the earlier version", []byte(before))
	if o.Document == nil {
		return nil, message.Errorf("the earlier version can't be read: %w", o.Diagnostics)
	}
	c := comparison{compare.Networks(o.Document.Network, d.Network), []change{}}
	for _, one := range c.Comparison.Changed {
		var said []string
		for _, f := range one.Fields {
			said = append(said, words.Say(difference(one.Sort, f, words)))
		}
		c.Changed = append(c.Changed, change{one, one.Was, strings.Join(said, "\n")})
	}
	return c, nil
}

// difference returns a difference in words, with the labels of terms.
func difference(sort claims.Sort, f compare.Field, words desk.Words) message.Message {
	name, before, after := file.Noun(f.Name), value(sort, f.Name, f.Before, words), value(sort, f.Name, f.After, words)
	switch {
	case f.Before == "":
		return message.New("%s added: %s", name, after)
	case f.After == "":
		return message.New("%s removed: %s", name, before)
	}
	return message.New("%s: %s → %s", name, before, after)
}

// value returns the value of a claim's field with the label of a term in it.
func value(sort claims.Sort, name, text string, words desk.Words) any {
	switch {
	case text == "yes":
		return message.New("yes")
	case name == "status":
		return words.Label("status", text)
	case name == "kind" && sort == claims.Node:
		return words.Label("kind", text)
	case name == "kind":
		return words.Label(string(sort), text) // “relation” or “speaker”
	case name == "legal":
		stage, date, _ := strings.Cut(text, " ")
		return strings.TrimSpace(words.Label("legal", stage) + " " + date)
	}
	return text
}

// reviewArgs are the args of “review”, “sign”, “unsign”, “note” and “done”.
type reviewArgs struct {
	Text string `json:"text"` // of the file; "" for none yet
	ID   string `json:"id"`
	By   string `json:"by"`
	On   string `json:"on"`   // a day, "2006-01-02"
	Body string `json:"body"` // note: its text
	N    int    `json:"n"`    // done: which of the notes, from 0
	Done bool   `json:"done"`
}

// reviewed is the answer: the text of the file, and what it says of each claim.
type reviewed struct {
	Text   string        `json:"text"`
	Claims []signed      `json:"claims"`
	Notes  []review.Note `json:"notes"` // all, by the numbers that “done” takes
}

// signed is a claim with those who signed it in words.
type signed struct {
	review.Claim
	By string `json:"by"`
}

func answerReview(op string, args json.RawMessage, doc *file.Document) (any, error) {
	var a reviewArgs
	if err := json.Unmarshal(args, &a); err != nil {
		return nil, message.Errorf("the request can't be read: %w", err)
	}
	name, text := review.Path(doc.Name), []byte(a.Text)
	var err error
	switch op {
	case "review":
	case "sign":
		text, err = review.Sign(name, text, doc.Network, a.ID, a.By, a.On)
	case "unsign":
		text, err = review.Unsign(name, text, a.ID, a.By)
	case "note":
		text, err = review.AddNote(name, text, doc.Network, a.ID, a.By, a.On, a.Body)
	case "done":
		text, err = review.Done(name, text, a.N, a.Done)
	default:
		err = message.Errorf("unknown op %q", op)
	}
	if err != nil {
		return nil, err
	}
	r, err := review.Read(name, text)
	if err != nil {
		return nil, err
	}
	out := reviewed{Text: string(text), Claims: []signed{}, Notes: append([]review.Note{}, r.Notes...)}
	for _, c := range r.Claims(doc.Network) {
		out.Claims = append(out.Claims, signed{c, strings.Join(c.By, ", ")})
	}
	return out, nil
}
