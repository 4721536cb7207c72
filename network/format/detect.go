package format

import (
	"bytes"
	"encoding/xml"
	"io"
	"path/filepath"
	"regexp"
	"strings"

	"proxynet/network/format/csv"
	"proxynet/network/format/internal/reader"
)

// detectBytes is the length of the prefix of a file by which its format is detected.
// Files written by programs have the fields that distinguish JSON formats within it.
const detectBytes = 256 << 10

// detect returns the name of the format of a file's content, "" if unknown. If the
// format can't be imported, the error names it and a way to convert it.
func detect(f reader.File, o *reader.Options) (string, error) {
	head := make([]byte, detectBytes)
	n, err := f.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return "", nil // reading it reports the error
	}
	head = head[:n]
	if name, ok := signature(head); ok {
		return "", name.diagnostic(f.Name)
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")) {
		return detectArchive(f)
	}
	in, err := reader.NewInput(f.Name, bytes.NewReader(head), o.Limits, o.Encoding)
	if err != nil {
		return "", nil
	}
	text, _ := io.ReadAll(in) // the prefix that is text
	ending := strings.ToLower(filepath.Ext(f.Name))
	begins := bytes.TrimLeft(text, " \t\r\n")
	line := 1 + bytes.Count(text[:len(text)-len(begins)], []byte("\n"))
	switch text = bytes.TrimSpace(text); {
	case len(text) == 0:
		return "", nil
	case text[0] == '<':
		return detectXML(f.Name, text)
	case text[0] == '{' || text[0] == '[':
		return detectJSON(f.Name, text, line)
	}
	for _, t := range textFormats {
		if t.begins.Match(text) {
			return t.format, nil
		}
	}
	if script.Match(text) {
		return "", unread{"it is a program in JavaScript", "write the data in it alone, as JSON.stringify does"}.diagnostic(f.Name)
	}
	if u, ok := unreadEndings[ending]; ok {
		return "", u.diagnostic(f.Name)
	}
	if csv.IsTable(text) {
		return "csv", nil
	}
	return "", nil
}

// script matches the start of a JavaScript file that contains a network.
var script = regexp.MustCompile(`^(?:(?://[^\n]*\n|/\*(?s:.*?)\*/)\s*)*(?:(?:var|let|const|export|window\.\w+|module\.exports)\b[^\n]*[={\[(]|"use strict")`)

// textFormats are formats by the start of their files.
var textFormats = []struct {
	format string
	begins *regexp.Regexp
}{
	{"gml", regexp.MustCompile(`(?is)^(?:\s|[#;][^\n]*\n|(?:creator|version|comment|directed|label|id|stamp)\s+(?:"[^"]*"|[^\s"]+))*graph\s*\[`)},
	{"pajek", regexp.MustCompile(`(?i)^(?:%[^\n]*\n\s*|/\*[^\n]*\n\s*)*\*(?:vertices|network)\b`)},
	{"dl", regexp.MustCompile(`(?i)^dl\s+\w+\s*(?:=|:)`)},
	{"gdf", regexp.MustCompile(`(?i)^(?:#[^\n]*\n\s*)*(?:node|edge)def\s*>`)},
	{"brat", regexp.MustCompile(`^(?:[TREAMN#*]\d*\t[^\n]*\n\s*)*T\d+\t\S+ \d+ \d+(?:;\d+ \d+)*\t`)},
	{"dot", regexp.MustCompile(`(?is)^(?:\s|//[^\n]*\n|#[^\n]*\n|/\*.*?\*/)*(?:strict\s+)?(?:di)?graph\b[^\[\n]*\{`)},
}

// detectXML returns the format of an XML file by its outermost element.
func detectXML(name string, text []byte) (string, error) {
	d := xml.NewDecoder(bytes.NewReader(text))
	d.Strict = false
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		token, err := d.Token()
		if err != nil {
			return "", nil
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch root := strings.ToLower(start.Name.Local); root {
		case "gexf", "graphml":
			return root, nil
		default:
			if u, ok := unreadRoots[root]; ok {
				return "", u.diagnostic(name)
			}
		}
		return "", nil
	}
}
