package desk

import (
	"cmp"
	"fmt"
	"strings"

	"proxynet/network"
	"proxynet/network/file/edit"
	"proxynet/network/file/suggest"
	"proxynet/network/message"
)

// quoted returns the words that the act selects, or an error if they can't be cited.
func (c *change) quoted() (*quote, error) {
	if c.Selection == nil {
		return nil, message.Errorf("select words of the article first")
	}
	q, err := c.e.find(*c.Selection)
	if err != nil {
		return nil, err
	}
	return q, q.problem()
}

// passage returns the id of a passage with the selected words and the act's speaker,
// and adds the passage if there is none.
func (c *change) passage() (string, *quote, error) {
	q, err := c.quoted()
	if err != nil {
		return "", nil, err
	}
	voice := voiceOf(c.n)
	speaker, err := speakerAct{c}.who()
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

// behind returns the id of the passage after which a new one is inserted: the last
// before it in the article if the file lists passages in that order, else "".
func (rd *reading) behind(n *network.Network, q *quote) string {
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
		at, ok := rd.rangeOf(p)
		if p.Paragraph < q.Selection.Paragraph || p.Paragraph == q.Selection.Paragraph && (!ok || at.From <= q.From) {
			last = p.ID
		}
	}
	if last == "" && len(n.Passages) > 0 {
		return edit.First
	}
	return last
}
