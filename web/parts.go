package web

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"html/template"
	"slices"
	"strconv"

	"proxynet/network"
	"proxynet/web/language"
)

// MostEntries is the largest number of entries in one page. The evidence of a larger
// network is in parts beside the page: each is a page of its own, which the panel
// fetches when one of its entries is shown.
const MostEntries = 600

const (
	perPart      = 100 // entries in a part, on average
	perList      = 500 // names on a page of names
	mostListed   = 100 // names in the page itself
	mostInPage   = 10  // entries of nodes in the page itself, for readers without scripts
	mostGrouped  = 5   // relations of a family in these
	mostSaid     = 100 // passages in the entry of a speaker
	partsFolder  = "evidence/"
	searchFolder = partsFolder + "search-"
)

// parts finds the part that contains an entry. Its zero value is for pages that
// hold everything.
type parts struct {
	count int
	from  string // the path from the page to the parts' folder
}

func partsOf(n *network.Network, from string) parts {
	entries := Entries(n)
	if entries <= MostEntries {
		return parts{}
	}
	return parts{(entries + perPart - 1) / perPart, from}
}

// Entries returns how many entries a network's evidence has.
func Entries(n *network.Network) int {
	return len(n.Nodes) + len(n.Relations) + len(n.Events) + len(n.Speakers) + len(n.Passages)
}

// number returns the number of the part with an entry, from 1. It follows
// from the id alone (FNV-1a, 32 bits): web/evidence/evidence.js does the same.
func (p parts) number(id string) int {
	h := uint32(2166136261)
	for i := range len(id) {
		h = (h ^ uint32(id[i])) * 16777619
	}
	return int(h%uint32(p.count)) + 1
}

// at returns the page with an entry; "" is this one.
func (p parts) at(id string) string {
	if p.count == 0 {
		return ""
	}
	return p.from + strconv.Itoa(p.number(id)) + ".html"
}

// link returns the attributes of a link to an entry. In the entry's page these are only
// its address, from which the page's script adds the id: see web/evidence/complete.js.
func (p parts) link(id string) template.HTMLAttr {
	at, id := p.at(id), template.HTMLEscapeString(id)
	if at == "" {
		return template.HTMLAttr(`href="#e-` + id + `"`)
	}
	return template.HTMLAttr(fmt.Sprintf(`href="%s#e-%s" data-select="%s"`, at, id, id))
}

// EntryLink returns the attributes of a link from a network's page to the entry of an id.
func EntryLink(n *network.Network) func(id string) string {
	in := partsOf(n, partsFolder)
	return func(id string) string { return string(in.link(id)) }
}

// funcs are the functions of templates that depend on the parts.
func (p parts) funcs() template.FuncMap {
	return template.FuncMap{
		"at":      p.at,
		"entry":   p.link,
		"isNames": func(body any) bool { _, ok := body.([]nodeEntry); return ok },
	}
}

// Parts returns the files beside the page of a large network, by their paths
// from it: its evidence in parts, pages of names, and what search looks through.
// It returns nothing for a network whose page holds everything.
func Parts(p Page) (map[string][]byte, error) {
	n := p.Drawing.Network
	in := partsOf(n, "")
	if in.count == 0 {
		return nil, nil
	}
	if p.Language == nil {
		p.Language = language.Of(n.Lang)
	}
	p.Language = speaking(p.Language, n)
	w := words{p.Language, n}
	all, err := newEvidence(n, w)
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	own, err := templates.Clone()
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	own.Funcs(w.funcs(own)).Funcs(swatches(w, n, sign)).Funcs(in.funcs())
	files := map[string][]byte{}
	page := func(name, title string, previous, next string, body any) error {
		var b bytes.Buffer
		err := own.ExecuteTemplate(&b, "part.html", map[string]any{
			"Page": p, "Network": n, "Title": title, "Previous": previous, "Next": next, "Body": body,
			"Language": p.Language,
		})
		files[partsFolder+name] = bytes.Clone(b.Bytes()) // without the buffer's unused half
		return err
	}
	for k, e := range all.shared(in) {
		if err := page(strconv.Itoa(k+1)+".html", w.Say("parts.part", "n", k+1, "of", in.count), numbered("", k, in.count), numbered("", k+2, in.count), e); err != nil {
			return nil, fmt.Errorf("web: %w", err)
		}
	}
	names := all.byImportance()
	lists := (len(names) + perList - 1) / perList
	for k := range lists {
		list := names[k*perList : min((k+1)*perList, len(names))]
		if err := page(fmt.Sprintf("names-%d.html", k+1), w.Say("parts.names", "n", k+1, "of", lists), numbered("names-", k, lists), numbered("names-", k+2, lists), list); err != nil {
			return nil, fmt.Errorf("web: %w", err)
		}
	}
	return files, all.searchable(files)
}

// numbered returns the name of a numbered page, "" if there is none.
func numbered(stem string, k, count int) string {
	if k < 1 || k > count {
		return ""
	}
	return stem + strconv.Itoa(k) + ".html"
}

// entries are the entries of one part.
type entries struct {
	Nodes     []nodeEntry
	Relations []relationEntry
	Events    []eventEntry
	Speakers  []speakerEntry
	Passages  []citedPassage
}

// shared distributes the evidence over the parts.
func (e *evidence) shared(in parts) []*entries {
	all := make([]*entries, in.count)
	for k := range all {
		all[k] = new(entries)
	}
	of := func(id string) *entries { return all[in.number(id)-1] }
	for _, g := range e.Kinds {
		for _, o := range g.Nodes {
			to := of(o.ID)
			to.Nodes = append(to.Nodes, o)
		}
	}
	for _, g := range e.Families {
		for _, r := range g.Relations {
			to := of(r.ID)
			to.Relations = append(to.Relations, r)
		}
	}
	for _, o := range e.Events {
		to := of(o.ID)
		to.Events = append(to.Events, o)
	}
	for _, o := range e.Speakers {
		to := of(o.ID)
		to.Speakers = append(to.Speakers, o)
	}
	for _, g := range e.Paragraphs {
		for _, o := range g.Passages {
			to := of(o.Quote.ID)
			to.Passages = append(to.Passages, o)
		}
	}
	return all
}

// byImportance lists the nodes, those with the most relations first.
func (e *evidence) byImportance() []nodeEntry {
	var list []nodeEntry
	for _, g := range e.Kinds {
		list = append(list, g.Nodes...)
	}
	slices.SortStableFunc(list, func(a, b nodeEntry) int {
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// Listed lists the most important nodes, which the page of a large network names.
func (e *evidence) Listed() []nodeEntry { return e.first(mostListed) }

// Top lists the nodes with an entry in that page, each with a few relations of every
// family; the others are on the part's page.
func (e *evidence) Top() []nodeEntry {
	list := slices.Clone(e.first(mostInPage))
	for i := range list {
		o := &list[i]
		o.Relations = slices.Clone(o.Relations)
		for k := range o.Relations {
			if g := &o.Relations[k]; len(g.Relations) > mostGrouped {
				o.More += len(g.Relations) - mostGrouped
				g.Relations = g.Relations[:mostGrouped]
			}
		}
	}
	return list
}

func (e *evidence) first(most int) []nodeEntry {
	list := e.byImportance()
	return list[:min(most, len(list))]
}

// searchable adds the data of the search: for each group of results a
// list of [id, title, text…] in one file.
func (e *evidence) searchable(files map[string][]byte) error {
	names, relations, events, passages := [][]string{}, [][]string{}, [][]string{}, [][]string{}
	for _, o := range e.byImportance() {
		row := []string{o.ID, o.Title.Text}
		for _, n := range o.Names {
			row = append(row, n.Text)
		}
		for _, n := range o.Aliases {
			row = append(row, n.Text)
		}
		names = append(names, append(row, o.Summary))
	}
	for _, o := range e.Speakers {
		names = append(names, []string{o.ID, o.Label, o.Role})
	}
	for _, g := range e.Families {
		for _, r := range g.Relations {
			relations = append(relations, []string{r.ID, r.Sentence, r.Inference, r.Note})
		}
	}
	for _, o := range e.Events {
		events = append(events, []string{o.ID, o.Label, o.Summary})
	}
	for _, g := range e.Paragraphs {
		for _, o := range g.Passages {
			passages = append(passages, []string{o.Quote.ID, o.Quote.Speaker.Text, quoted(o.Quote.Text)})
		}
	}
	for name, rows := range map[string][][]string{"names": names, "relations": relations, "events": events, "passages": passages} {
		for i, row := range rows { // an empty title is present, an empty text isn't
			kept := row[:2:2]
			for _, text := range row[2:] {
				if text != "" {
					kept = append(kept, text)
				}
			}
			rows[i] = kept
		}
		data, err := json.Marshal(rows)
		if err != nil {
			return fmt.Errorf("web: %w", err)
		}
		files[searchFolder+name+".json"] = data
	}
	return nil
}
