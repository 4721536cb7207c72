package desk

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/datetext"
	"proxynet/network/file/edit"
	"proxynet/network/file/suggest"
)

// quoted returns the words that the act selects, which can be cited.
func (c *change) quoted() (*quote, error) {
	if c.Selection == nil {
		return nil, errors.New("select words of the article first")
	}
	q, err := c.e.find(*c.Selection)
	if err != nil {
		return nil, err
	}
	return q, q.problem()
}

// passage returns the id of a passage of the selected words, by the speaker that
// the act names: one that is there, or a new one.
func (c *change) passage() (string, *quote, error) {
	q, err := c.quoted()
	if err != nil {
		return "", nil, err
	}
	voice := voiceOf(c.n)
	speaker, err := c.who()
	if err != nil {
		return "", nil, err
	}
	if id := c.e.passageAt(q, cmp.Or(speaker, voice), false); id != "" {
		return id, q, nil
	}
	if voice == "" && speaker == "" {
		voice = c.NewID("voice")
		c.made = append(c.made, voice)
		c.Insert("speakers", "", edit.Text("id", voice), edit.Text("label", "The article"), edit.Text("kind", string(network.Article)))
	}
	words := strings.Fields(q.Selector.Exact)
	id := c.NewID(fmt.Sprintf("p%d-%s", q.Selection.Paragraph, suggest.ID(strings.Join(words[:min(len(words), 3)], " "), "quote")))
	c.made = append(c.made, id)
	fields := []edit.Field{edit.Text("id", id)}
	if len(c.n.Sources) > 1 {
		fields = append(fields, edit.Text("source", q.source))
	}
	fields = append(fields, edit.Field{Name: "paragraph", Value: fmt.Sprint(q.Selection.Paragraph)})
	if c.Writes("passages", "start") {
		fields = append(fields, edit.Field{Name: "start", Value: fmt.Sprint(q.Start)})
	}
	fields = append(fields, edit.Quote("exact", q.Selector.Exact))
	if q.Selector.Prefix != "" {
		fields = append(fields, edit.Quote("prefix", q.Selector.Prefix))
	}
	if q.Selector.Suffix != "" {
		fields = append(fields, edit.Quote("suffix", q.Selector.Suffix))
	}
	if speaker != "" && speaker != voice {
		manner := network.Manner(c.Manner)
		if manner == "" {
			g := suggest.Of(c.n, q.source, q.text.article, q.Range.Paragraph, q.From, q.To, nil)
			manner = cmp.Or(g.Manner, network.Paraphrased)
		}
		fields = append(fields, edit.Text("speaker", speaker), edit.Text("manner", string(manner)))
	}
	if c.Via != "" {
		fields = append(fields, edit.Text("via", c.Via))
	}
	c.Insert("passages", c.e.behind(c.n, q), fields...)
	return id, q, nil
}

// behind returns the id of the passage after which one of a place belongs: if the
// file has them in the order of the article, the last before it.
func (e *Engine) behind(n *network.Network, q *quote) string {
	last, lastAt := "", -1
	for i := range n.Passages {
		p := &n.Passages[i]
		if p.Source != q.source {
			continue
		}
		if p.Paragraph < lastAt {
			return "" // they are in another order
		}
		lastAt = p.Paragraph
		at, ok := e.rangeOf(p)
		if p.Paragraph < q.Selection.Paragraph || p.Paragraph == q.Selection.Paragraph && (!ok || at.From <= q.From) {
			last = p.ID
		}
	}
	if last == "" && len(n.Passages) > 0 {
		return edit.First
	}
	return last
}

// who returns the id of the speaker that the act names, which may be new; "" for
// the source in its own voice.
func (c *change) who() (string, error) {
	w := c.Speaker
	switch {
	case w == nil || *w == Who{}:
		return "", nil
	case w.ID != "":
		for _, s := range c.n.Speakers {
			if s.ID == w.ID {
				if s.Kind == network.Article {
					return "", nil
				}
				return s.ID, nil
			}
		}
		return "", fmt.Errorf("there is no speaker %s", w.ID)
	case w.Label == "":
		return "", errors.New("write who says it")
	}
	for _, s := range c.n.Speakers {
		if s.Label == w.Label {
			w.ID = s.ID
			return s.ID, nil
		}
	}
	id := c.NewID(c.speakerID(w))
	fields := []edit.Field{edit.Text("id", id), edit.Text("label", w.Label), edit.Text("kind", cmp.Or(w.Kind, string(network.Named)))}
	if w.Role != "" {
		fields = append(fields, edit.Text("role", w.Role))
	}
	if w.Node != "" {
		fields = append(fields, edit.Text("node", w.Node))
	}
	c.Insert("speakers", "", fields...)
	c.made = append(c.made, id)
	w.ID, w.Label = id, ""
	c.n = c.withSpeaker(id)
	return id, nil
}

// speakerID returns the id wished for a new speaker: ids are of one record each.
func (c *change) speakerID(w *Who) string {
	id := suggest.ID(w.Label, "speaker")
	for _, o := range c.n.Nodes {
		if o.ID == id {
			return id + "-says"
		}
	}
	return id
}

// withSpeaker returns the network with a speaker that is being added.
func (c *change) withSpeaker(id string) *network.Network {
	n := *c.n
	n.Speakers = append(slices.Clone(n.Speakers), network.Speaker{ID: id, Kind: network.Named})
	return &n
}

// node returns the id of a chosen node, which may be new and then has the passage.
func (c *change) node(o *NodeChoice, missing, passage string) (string, error) {
	switch {
	case o == nil || *o == NodeChoice{}:
		return "", errors.New(missing)
	case o.Label == "":
		for i := range c.n.Nodes {
			if c.n.Nodes[i].ID == o.ID {
				return o.ID, nil
			}
		}
		return "", fmt.Errorf("there is no name %s", o.ID)
	}
	return c.newNode(o.ID, o.Label, o.Kind, passage)
}

// newNode adds a node and returns its id.
func (c *change) newNode(wish, label, kind, passage string) (string, error) {
	label = strings.TrimSpace(label)
	if label == "" {
		return "", errors.New("write a name")
	}
	if kind == "" {
		return "", fmt.Errorf("choose what %s is", label)
	}
	id := c.NewID(cmp.Or(wish, suggest.ID(label, "name")))
	fields := []edit.Field{edit.Text("id", id), edit.Text("label", label)}
	if c.Phrase != "" && c.Do == "name" {
		fields = append(fields, edit.Text("phrase", c.Phrase))
	}
	if len(c.Aliases) > 0 && c.Do == "name" {
		fields = append(fields, texts("aliases", c.Aliases))
	}
	fields = append(fields, edit.Text("kind", kind))
	if c.Summary != nil && *c.Summary != "" && c.Do == "name" {
		fields = append(fields, edit.Text("summary", *c.Summary))
	}
	fields = append(fields, edit.IDs("passages", passage))
	c.Insert("nodes", "", fields...)
	c.made = append(c.made, id)
	return id, nil
}

// texts returns a field with a list of texts.
func texts(name string, list []string) edit.Field {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = file.Scalar(t)
	}
	return edit.Field{Name: name, Value: "[" + strings.Join(out, ", ") + "]"}
}

func (c *change) name() error {
	passage, _, err := c.passage()
	if err != nil {
		return err
	}
	_, err = c.newNode(c.ID, c.Label, c.Kind, passage)
	return err
}

func (c *change) alias() error {
	if c.Selection == nil {
		return errors.New("select words of the article first")
	}
	q, err := c.e.find(*c.Selection)
	if err != nil {
		return err
	}
	c.Append(c.Node, "aliases", file.Scalar(q.Selector.Exact))
	return nil
}

// standing returns how firmly the act makes its claim, as fields.
func (c *change) standing(must bool) ([]edit.Field, error) {
	switch network.Status(c.Status) {
	case "":
		if must {
			return nil, errors.New("choose how firmly the article says so")
		}
		return nil, nil
	case network.Stated:
		return nil, nil
	case network.Attributed:
		if c.Speaker == nil || *c.Speaker == (Who{}) {
			return nil, errors.New("choose who says so")
		}
	}
	return []edit.Field{edit.Text("status", c.Status)}, nil
}

func (c *change) relation() error {
	status, err := c.standing(true)
	if err != nil {
		return err
	}
	if c.Verb == "" || c.Kind == "" {
		return errors.New("choose the kind of relation, and write its verb")
	}
	passage, _, err := c.passage()
	if err != nil {
		return err
	}
	from, err := c.node(c.From, "choose where the relation begins", passage)
	if err != nil {
		return err
	}
	to, err := c.node(c.To, "choose where the relation leads", passage)
	if err != nil {
		return err
	}
	id := c.NewID(cmp.Or(c.ID, from+"-"+to))
	fields := []edit.Field{edit.Text("id", id), edit.Text("from", from), edit.Text("to", to), edit.Text("kind", c.Kind), edit.Text("verb", c.Verb)}
	fields = append(fields, status...)
	for _, f := range []struct {
		name string
		set  bool
	}{{"past", c.Past}, {"open", c.Open}} {
		if f.set {
			fields = append(fields, edit.Field{Name: f.name, Value: "true"})
		}
	}
	if c.Inference != "" {
		fields = append(fields, edit.Text("inference", c.Inference))
	}
	if c.Note != "" {
		fields = append(fields, edit.Text("note", c.Note))
	}
	fields = append(fields, edit.IDs("passages", append([]string{passage}, c.Passages...)...))
	c.Insert("relations", "", fields...)
	c.made = append(c.made, id)
	return nil
}

func (c *change) event() error {
	status, err := c.standing(false)
	if err != nil {
		return err
	}
	if c.Label == "" || len(c.Participants) == 0 {
		return errors.New("write what happened, and choose who took part")
	}
	passage, q, err := c.passage()
	if err != nil {
		return err
	}
	id := c.NewID(cmp.Or(c.ID, suggest.ID(c.Label, "event")))
	fields := []edit.Field{edit.Text("id", id), edit.Text("label", c.Label)}
	if c.Date != "" {
		value, err := c.dated(c.Date, c.Words, q)
		if err != nil {
			return err
		}
		fields = append(fields, edit.Field{Name: "date", Value: value})
	}
	fields = append(fields, status...)
	if c.Summary != nil && *c.Summary != "" {
		fields = append(fields, edit.Text("summary", *c.Summary))
	}
	who := make([]string, len(c.Participants))
	for i, p := range c.Participants {
		node, err := c.node(p.Node, "choose who took part", passage)
		if err != nil {
			return err
		}
		who[i] = edit.Record(edit.Text("node", node), edit.Text("role", cmp.Or(p.Role, "took part")))
	}
	fields = append(fields, edit.Field{Name: "participants", Value: "[" + strings.Join(who, ", ") + "]"}, edit.IDs("passages", passage))
	c.Insert("events", "", fields...)
	c.made = append(c.made, id)
	return nil
}

// dated returns a date as YAML, with the article's words for it, if there are any.
func (c *change) dated(text, words string, q *quote) (string, error) {
	lang := c.n.Lang
	for _, s := range c.n.Sources {
		if q != nil && s.ID == q.source {
			lang = s.Lang
		}
	}
	d, err := file.ParseDate(text)
	means := c.Means
	if err != nil {
		read, unclear := datetext.Read(text, lang)
		if unclear != nil {
			return "", fmt.Errorf("the date “%s” can't be read: %w", text, unclear)
		}
		if d, err = file.ParseDate(read.EDTF); err != nil {
			return "", fmt.Errorf("the date “%s”: %w", text, err)
		}
		means = cmp.Or(means, string(read.Means))
	}
	if means == "" && words == "" {
		return d.EDTF, nil // which needs no quotation marks
	}
	fields := []edit.Field{{Name: "edtf", Value: d.EDTF}}
	if means != "" {
		fields = append(fields, edit.Text("means", means))
	}
	if words != "" {
		fields = append(fields, edit.Text("words", words))
	}
	return edit.Record(fields...), nil
}

func (c *change) cite() error {
	passage, _, err := c.passage()
	if err != nil {
		return err
	}
	if slices.Contains(c.cited(c.ID), passage) {
		return fmt.Errorf("%s cites these words already", c.ID)
	}
	c.Append(c.ID, "passages", file.Scalar(passage))
	return nil
}

// cited returns the passages of a record.
func (c *change) cited(id string) []string {
	for i := range c.n.Relations {
		if c.n.Relations[i].ID == id {
			return c.n.Relations[i].Passages
		}
	}
	for i := range c.n.Nodes {
		if c.n.Nodes[i].ID == id {
			return c.n.Nodes[i].Passages
		}
	}
	for i := range c.n.Events {
		if c.n.Events[i].ID == id {
			return c.n.Events[i].Passages
		}
	}
	for i := range c.n.Speakers {
		if c.n.Speakers[i].ID == id {
			return c.n.Speakers[i].Passages
		}
	}
	for i := range c.n.Story {
		if c.n.Story[i].ID == id {
			return c.n.Story[i].Passages
		}
	}
	return nil
}

func (c *change) against() error {
	passage, q, err := c.passage()
	if err != nil {
		return err
	}
	speaker := voiceOf(c.n)
	if c.Speaker != nil && c.Speaker.ID != "" {
		speaker = c.Speaker.ID
	}
	fields := []edit.Field{edit.Text("speaker", speaker)}
	if c.Says != "" {
		fields = append(fields, edit.Text("says", c.Says))
	}
	if c.Date != "" {
		value, err := c.dated(c.Date, c.Words, q)
		if err != nil {
			return err
		}
		fields = append(fields, edit.Field{Name: "date", Value: value})
	}
	c.Append(c.Relation, "against", edit.Record(append(fields, edit.IDs("passages", passage))...))
	return nil
}

func (c *change) date() error {
	words, passage := c.Words, ""
	var q *quote
	if c.Selection != nil {
		var err error
		if q, err = c.e.find(*c.Selection); err != nil {
			return err
		}
		words = q.Selector.Exact
		if !c.citesParagraph(q) {
			if passage, _, err = c.passage(); err != nil {
				return err
			}
			c.Append(c.ID, "passages", file.Scalar(passage))
		}
	}
	field := "period"
	for i := range c.n.Events {
		if c.n.Events[i].ID == c.ID {
			field = "date"
		}
	}
	for i := range c.n.Sources {
		if c.n.Sources[i].ID == c.ID {
			field = "date"
		}
	}
	value, err := c.dated(cmp.Or(c.Date, words), words, q)
	if err != nil {
		return err
	}
	c.Set(c.ID, field, value)
	return nil
}

// citesParagraph reports whether the record of the act cites the paragraph of selected words.
func (c *change) citesParagraph(q *quote) bool {
	cited := c.cited(c.ID)
	return slices.ContainsFunc(c.n.Passages, func(p network.Passage) bool {
		return p.Source == q.source && p.Paragraph == q.Selection.Paragraph && slices.Contains(cited, p.ID)
	})
}

func (c *change) fact() error {
	passage, _, err := c.passage()
	if err != nil {
		return err
	}
	value := fmt.Sprint(c.Value)
	if c.Value == nil || value == "" {
		return errors.New("write the value of the fact")
	}
	fields := []edit.Field{edit.Text("kind", c.Kind), edit.Text("value", value)}
	if c.Currency != "" {
		fields = append(fields, edit.Text("currency", c.Currency))
	}
	c.Append(c.ID, "facts", edit.Record(append(fields, edit.IDs("passages", passage))...))
	return nil
}

func (c *change) stage() error {
	passage, q, err := c.passage()
	if err != nil {
		return err
	}
	value, err := c.dated(c.Date, c.Words, q)
	if err != nil {
		return err
	}
	c.Append(c.Relation, "legal", edit.Record(edit.Text("stage", c.Stage), edit.Field{Name: "date", Value: value}, edit.IDs("passages", passage)))
	return nil
}

func (c *change) newSpeaker() error {
	w := &Who{Label: c.Label, Kind: c.Kind, Role: c.Role, Node: c.Node}
	c.Speaker = nil
	passage := ""
	if c.Selection != nil {
		var err error
		if passage, _, err = c.passage(); err != nil {
			return err
		}
	}
	if w.Label == "" {
		return errors.New("write who says it")
	}
	id := c.NewID(cmp.Or(c.ID, c.speakerID(w)))
	fields := []edit.Field{edit.Text("id", id), edit.Text("label", w.Label), edit.Text("kind", cmp.Or(w.Kind, string(network.Named)))}
	if w.Role != "" {
		fields = append(fields, edit.Text("role", w.Role))
	}
	if w.Node != "" {
		fields = append(fields, edit.Text("node", w.Node))
	}
	if passage != "" {
		fields = append(fields, edit.IDs("passages", passage))
	}
	c.Insert("speakers", "", fields...)
	c.made = append(c.made, id)
	return nil
}
