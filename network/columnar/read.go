package columnar

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"proxynet/network"
)

// MaxRows is the number of nodes, of relations and of passages that a file may have.
const MaxRows = 1 << 20

// IsColumnar reports whether a file that starts with the byte is in this package's
// format. No JSON starts with it.
func IsColumnar(first byte) bool { return first == signature[0] }

// Read reads a file as its bytes arrive. It calls pause, which may be nil, repeatedly,
// so that other work can run in between. The error says whether the file is truncated,
// damaged, of another version, or of another format.
func Read(from io.Reader, pause func()) (*File, error) {
	if pause == nil {
		pause = func() {}
	}
	r := &reader{sections: sectionReader{from: bufio.NewReaderSize(from, 32<<10)}, strings: []string{""}, dates: map[uint64]*network.Date{}, pause: pause}
	f, err := r.read()
	if err != nil {
		return nil, fmt.Errorf("read network: %w", err)
	}
	return f, nil
}

// reader reads a file.
type reader struct {
	sections sectionReader
	head     head
	strings  []string
	dates    map[uint64]*network.Date // that were read, by their reference
	pause    func()
}

func (r *reader) read() (*File, error) {
	if err := r.sections.begin(); err != nil {
		return nil, err
	}
	k, content, err := r.sections.next()
	if err != nil {
		return nil, err
	}
	if k != headSection {
		return nil, fmt.Errorf("it is damaged: it begins with a section %q", byte(k))
	}
	h := &r.head
	if err := json.Unmarshal(content, h); err != nil {
		return nil, fmt.Errorf("it is damaged: its head: %w", err)
	}
	if h.Network == nil {
		return nil, errors.New("it is damaged: it has no network")
	}
	if h.Network.Format != network.FormatVersion {
		return nil, fmt.Errorf("it is in format %d, and this program reads format %d; build the site again", h.Network.Format, network.FormatVersion)
	}
	for name, count := range map[string]int{"nodes": h.Nodes, "relations": h.Relations, "passages": h.Passages, "dots": h.Dots / 2} {
		if count < 0 || count > MaxRows {
			return nil, fmt.Errorf("it has %d %s, and this program reads up to %d", count, name, MaxRows)
		}
	}
	f := &File{Network: h.Network, More: h.More}
	for {
		k, content, err := r.sections.next()
		if err != nil {
			return nil, err
		}
		if k == endSection {
			break
		}
		if err := r.section(f, k, content); err != nil {
			return nil, fmt.Errorf("it is damaged: a section %q: %w", byte(k), err)
		}
		r.pause()
	}
	n := f.Network
	if len(n.Nodes) != h.Nodes || len(n.Relations) != h.Relations || len(n.Passages) != h.Passages || len(f.Dots) != h.Dots {
		return nil, errors.New("it is damaged: rows are missing")
	}
	return f, nil
}

// section reads the content of a section into f.
func (r *reader) section(f *File, k kind, content []byte) error {
	c := &columns{content: content, strings: r.strings, pause: r.pause}
	switch n := f.Network; k {
	case stringSection:
		r.addStrings(c)
	case nodeSection:
		c.nodes(addRows(c, &n.Nodes, r.head.Nodes))
	case relationSection:
		c.relations(addRows(c, &n.Relations, r.head.Relations), r.dates)
	case passageSection:
		c.passages(addRows(c, &n.Passages, r.head.Passages))
	case dotSection:
		f.Dots = c.dots(r.head.Dots)
	default:
		return errors.New("its kind is unknown")
	}
	if c.err == nil && c.at != len(content) {
		c.err = errors.New("it is too long")
	}
	return c.err
}

// addStrings adds the strings of a section, which share the memory of one.
func (r *reader) addStrings(c *columns) {
	count := c.count()
	first, total := c.at, 0
	for range count {
		total += c.count()
	}
	if c.err != nil {
		return
	}
	if total != len(c.content)-c.at {
		c.err = errors.New("its strings have another length")
		return
	}
	all := string(c.content[c.at:])
	whole := utf8.ValidString(all)
	usual := 1 + 2*r.head.Nodes + r.head.Relations + 2*r.head.Passages // ids, labels and quotes
	r.strings = grown(r.strings, count, usual)
	c.at = first
	for range count {
		length := c.count()
		s := all[:length]
		if all = all[length:]; !whole && !utf8.ValidString(s) {
			s = strings.ToValidUTF8(s, "\ufffd") // as JSON has it
		}
		r.strings = append(r.strings, s)
	}
	c.at = len(c.content)
}

// grown returns list with room for more elements. It has count in the end; a count that is
// wrong must not take memory before the elements are there.
func grown[T any](list []T, more, count int) []T {
	at := len(list)
	if at+more <= cap(list) {
		return list
	}
	return slices.Grow(list, max(min(count, max(4*at, 1<<18))-at, more))
}

// addRows reads the number of rows of a section, and returns that many new ones at the
// end of list, which has count rows in the end.
func addRows[T any](c *columns, list *[]T, count int) []T {
	rows := c.number()
	if rows > rowsPerSection || len(*list)+rows > count {
		c.err = errors.New("it has too many rows")
	}
	if c.err != nil {
		return nil
	}
	at := len(*list)
	*list = grown(*list, rows, count)[:at+rows]
	return (*list)[at:]
}
