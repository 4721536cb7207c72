package file

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file/slip"
	"proxynet/network/message"
)

// Tree returns the top of a small file of YAML that belongs to a network's, such as
// the one of signatures: text in UTF-8 of at most the given number of bytes, without
// control characters. An error is a [Diagnostics].
func Tree(name string, data []byte, most int) (*yaml.Node, error) {
	r := newReading(name)
	if len(data) > most {
		r.report(0, "", message.New("it is larger than %d MiB", most>>20), message.New("make it shorter"))
		return nil, r.diagnostics
	}
	root := r.tree(data)
	if root == nil {
		return nil, r.diagnostics
	}
	return root, nil
}

// parse returns the file's top mapping, or nil with a diagnostic.
func (r *reading) parse(data []byte) *record {
	root := r.tree(data)
	if root == nil {
		return nil
	}
	r.root = root
	return r.recordOf(root, "the file")
}

// tree returns the top of a file's YAML, or nil with a diagnostic.
func (r *reading) tree(data []byte) *yaml.Node {
	if len(data) > maxFileBytes {
		r.report(0, "", message.New("it is larger than %d MiB", maxFileBytes>>20), message.New("make it shorter: a network that a reader can take in is far smaller"))
		return nil
	}
	if line := notUTF8(data); line > 0 {
		r.report(line, "", message.New("this is not UTF-8"), message.New("save the file in UTF-8"))
		return nil
	}
	if line := controlLine(data); line > 0 {
		r.report(line, "", message.New("it holds a control character"), message.New("take it out"))
		return nil
	}
	if problem, fix := tooMany(data); !problem.IsNone() {
		r.report(0, "", problem, fix)
		return nil
	}
	var document yaml.Node
	if err := yaml.Load(data, &document); err != nil {
		r.unparsed(err, data)
		return nil
	}
	r.data = data
	if len(document.Content) != 1 {
		r.report(0, "", message.New("it is empty"), message.New("write a network, such as the shipped one"))
		return nil
	}
	return document.Content[0]
}

// unparsed reports the slip at which the YAML parser stopped, or the parser's own
// error.
func (r *reading) unparsed(err error, data []byte) {
	if s, ok := slip.Find(data); ok {
		r.report(s.Line, "", message.New("it does not parse as YAML: %s", s.Problem), s.Fix)
		r.correct(s.Corrected)
		return
	}
	fix := message.New("fix the YAML there; indentation, quotation marks and brackets are the usual causes")
	var e *yaml.LoadError
	if !errors.As(err, &e) {
		r.report(0, "", message.New("%w", err), fix)
		return
	}
	problem := message.New("%s", strings.TrimPrefix(e.Message, "yaml: "))
	if e.ContextMsg != "" {
		problem = message.New("%s (line %d), %s", e.ContextMsg, e.ContextMark.Line, problem)
	}
	r.report(e.Mark.Line, "", message.New("it does not parse as YAML: %s", problem), fix)
}

// controlLine returns the line of the first control character, or 0. The parser
// refuses them too, but doesn't say where.
func controlLine(data []byte) int {
	at := bytes.IndexFunc(data, func(c rune) bool {
		return (c < ' ' || c > '~') && unicode.IsControl(c) && !strings.ContainsRune("\t\n\r\u0085", c)
	})
	if at < 0 {
		return 0
	}
	return lineAt(data, at)
}

// lineAt returns the line of a byte.
func lineAt(data []byte, at int) int { return 1 + bytes.Count(data[:at], []byte("\n")) }

// notUTF8 returns the line of the first byte that is not UTF-8, or 0.
func notUTF8(data []byte) int {
	if utf8.Valid(data) {
		return 0
	}
	at := 0
	for {
		c, size := utf8.DecodeRune(data[at:])
		if c == utf8.RuneError && size == 1 {
			return lineAt(data, at)
		}
		at += size
	}
}
