package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"proxynet/network/message"
)

// readDocx reads the paragraphs of a .docx, without text that tracked changes have
// deleted.
func readDocx(data []byte) (*Article, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, refuse(message.New("it is a damaged .docx or archive"), message.New("save it again in a word processor"))
	}
	parts := make(map[string]*zip.File)
	for _, f := range z.File {
		parts[f.Name] = f
	}
	document := parts["word/document.xml"]
	switch {
	case parts["content.xml"] != nil && parts["mimetype"] != nil:
		return nil, refuse(message.New("it is an OpenDocument file"), message.New("save it as .docx"))
	case document == nil:
		return nil, refuse(message.New("it is an archive, but not a .docx"), message.New("name the article’s file"))
	}
	content, err := unpack(document)
	if err != nil {
		return nil, err
	}
	a := &Article{Form: message.New("a .docx")}
	d := docxReader{article: a}
	if err := d.read(content); err != nil {
		if refused := (*Refused)(nil); errors.As(err, &refused) {
			return nil, err
		}
		return nil, refuse(message.New("its text is damaged"), message.New("save it again in a word processor"))
	}
	if core := parts["docProps/core.xml"]; core != nil {
		if content, err := unpack(core); err == nil {
			a.properties(content)
		}
	}
	a.clean()
	return a.checked()
}

// unpack returns a part of an archive. It stops at a limit, whatever size the archive
// declares.
func unpack(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, refuse(message.New("it is a damaged .docx"), message.New("save it again in a word processor"))
	}
	defer r.Close()
	const most = 4 * MaxBytes // XML is larger than its text
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return nil, refuse(message.New("it is a damaged .docx"), message.New("save it again in a word processor"))
	case len(data) > most:
		return nil, refuse(message.New("a part of it unpacks to more than %d MiB", most>>20), message.New("save this article alone in a file"))
	}
	return data, nil
}

// docxReader is the state of reading word/document.xml.
type docxReader struct {
	article *Article
	text    strings.Builder // of the paragraph
	style   string
	skip    int // number of skipped elements around the position
	parts   int // elements read, and their attributes
}

// skipped are elements whose text isn't part of the document: deleted or moved away,
// field codes, and fallbacks for older programs.
var skipped = map[string]bool{"del": true, "moveFrom": true, "instrText": true, "delText": true, "Fallback": true, "rPrChange": true, "pPrChange": true}

// maxParts is the largest number of elements of a .docx and their attributes.
const maxParts = 1_000_000

func (d *docxReader) read(content []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(content))
	inText := 0
	for {
		if d.parts > maxParts {
			return refuse(message.New("it has more than %d elements", maxParts), message.New("save this article alone in a file"))
		}
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			d.parts += 1 + len(t.Attr)
			switch name := t.Name.Local; {
			case d.skip > 0 || skipped[name]:
				d.skip++
			case name == "p":
				d.end()
			case name == "pStyle":
				d.style = attribute(t, "val")
			case name == "t":
				inText++
			case name == "tab", name == "br", name == "cr":
				d.text.WriteByte(' ')
			case name == "noBreakHyphen":
				d.text.WriteRune('‑')
			}
		case xml.EndElement:
			switch name := t.Name.Local; {
			case d.skip > 0:
				d.skip--
			case name == "t":
				inText--
			case name == "p":
				d.end()
			}
		case xml.CharData:
			if inText > 0 && d.skip == 0 {
				d.text.Write(t)
			}
		}
	}
}

// end adds the current paragraph, if any, to the article.
func (d *docxReader) end() {
	text := strings.TrimSpace(d.text.String())
	style := strings.ToLower(d.style)
	d.text.Reset()
	d.style = ""
	switch {
	case text == "":
	case strings.Contains(style, "caption") || strings.Contains(style, "beschriftung") || strings.Contains(style, "légende"):
		d.article.Captions = append(d.article.Captions, text)
	case style == "title" && d.article.Title == "":
		d.article.Title = text
	default:
		d.article.Blocks = append(d.article.Blocks, text)
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// properties sets the author and language from docProps/core.xml.
func (a *Article) properties(content []byte) {
	var core struct {
		Creator  string `xml:"creator"`
		Language string `xml:"language"`
	}
	if xml.Unmarshal(content, &core) == nil {
		a.Author, a.Lang = core.Creator, core.Language
	}
}
