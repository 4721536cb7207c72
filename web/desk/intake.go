package desk

import (
	"cmp"

	"proxynet/network/file"
	"proxynet/network/file/edit"
	"proxynet/network/file/intake"
	"proxynet/network/file/suggest"
)

// Intake is the clean text of an imported article, for its author to review.
type Intake struct {
	Text      string   `json:"text"`
	Title     string   `json:"title"`
	Author    string   `json:"author"`
	Publisher string   `json:"publisher"`
	Address   string   `json:"address"`
	Date      string   `json:"date"` // EDTF
	Lang      string   `json:"lang"`
	Captions  []string `json:"captions"`
	Notes     []string `json:"notes"`
	Form      string   `json:"form"` // such as “a web page”
	Verbatim  bool     `json:"verbatim"`
}

// TakeIn extracts an article from the content of a file.
func (e *Engine) TakeIn(name string, data []byte) (*Intake, error) {
	a, err := intake.Read(name, data)
	if err != nil {
		return nil, err
	}
	o := &Intake{
		Text: string(a.Text()), Title: a.Title, Author: a.Author, Publisher: a.Publisher, Address: a.URL, Date: a.Date, Lang: a.Lang,
		Captions: list(a.Captions), Notes: []string{}, Form: e.say(a.Form), Verbatim: a.Verbatim,
	}
	for _, note := range a.Notes {
		o.Notes = append(o.Notes, e.say(note))
	}
	if a.Verbatim {
		o.Text = string(data)
	}
	return o, nil
}

// Start is the input of [Begin].
type Start struct {
	Name     string `json:"name"` // of the network, from which its id is made
	Article  string `json:"article"`
	Language string `json:"language"` // of the article, BCP 47
	Preset   string `json:"preset"`
	Meta     struct {
		Title     string `json:"title"`
		Author    string `json:"author"`
		Publisher string `json:"publisher"`
		Address   string `json:"address"`
		Date      string `json:"date"`
	} `json:"meta"`
}

// Started is the YAML of a new network.
type Started struct {
	Text string `json:"text"`
}

// Begin returns the YAML of a new network for an article.
func Begin(s Start) (*Started, error) {
	name := suggest.ID(cmp.Or(s.Name, s.Meta.Title), "network")
	data, err := file.StartText(name, []byte(s.Article), s.Language, s.Preset)
	if err != nil {
		return nil, err
	}
	address, err := file.Address(s.Meta.Address)
	if err != nil {
		address = ""
	}
	date := s.Meta.Date
	if _, err := file.ParseDate(date); err != nil {
		date = ""
	}
	c, err := edit.Describe(data, "article", edit.Details{Author: s.Meta.Author, Publisher: s.Meta.Publisher, URL: address, Date: date})
	if err != nil {
		return nil, err
	}
	if data, err = edit.Apply(data, c.Edits); err != nil {
		return nil, err
	}
	if s.Meta.Title != "" {
		d := edit.Of(data).Draft()
		d.Set("", "title", file.Scalar(s.Meta.Title))
		d.Set("article", "title", file.Scalar(s.Meta.Title))
		if c, err = d.Change(); err != nil {
			return nil, err
		}
		data, err = edit.Apply(data, c.Edits)
	}
	return &Started{string(data)}, err
}
