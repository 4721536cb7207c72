package columnar

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"math"

	"proxynet/network"
)

// columns reads the columns of a section. After an error it reads zeros.
type columns struct {
	content []byte
	at      int
	strings []string
	last    uint64 // reference of the last row of the column
	pause   func()
	err     error // the first one
}

var errShort = errors.New("it is too short")

// number reads an unsigned varint.
func (c *columns) number() int {
	v, n := binary.Uvarint(c.content[c.at:])
	if n <= 0 || v > math.MaxInt32 {
		c.fail(errShort)
		return 0
	}
	c.at += n
	return int(v)
}

// signed reads a signed varint.
func (c *columns) signed() int64 {
	v, n := binary.Varint(c.content[c.at:])
	if n <= 0 {
		c.fail(errShort)
		return 0
	}
	c.at += n
	return v
}

// count reads the number of things that take at least a byte each.
func (c *columns) count() int {
	v := c.number()
	if v > len(c.content)-c.at {
		c.fail(errShort)
		return 0
	}
	return v
}

func (c *columns) byte() byte {
	if c.at >= len(c.content) {
		c.fail(errShort)
		return 0
	}
	c.at++
	return c.content[c.at-1]
}

// fail notes an error and skips the rest.
func (c *columns) fail(err error) {
	if c.err == nil {
		c.err = err
	}
	c.at = len(c.content)
}

// ref reads a reference of a column.
func (c *columns) ref() uint64 {
	ref := uint64(int64(c.last) + 1 + c.signed())
	if ref >= uint64(len(c.strings)) {
		c.fail(errors.New("it refers to a string that is not there"))
		return 0
	}
	c.last = ref
	return ref
}

func (c *columns) text() string { return c.strings[c.ref()] }

// begin begins a column of references, after yielding to other work.
func (c *columns) begin() {
	c.last = 0
	c.pause()
}

// list reads a list of strings. Empty lists share one.
func (c *columns) list() []string {
	count := c.count()
	switch count {
	case 0:
		return nil
	case 1:
		return none
	}
	list := make([]string, count-1)
	for i := range list {
		list[i] = c.text()
	}
	return list
}

var none = []string{}

// readTexts reads a column of strings.
func readTexts[T any, S ~string](c *columns, rows []T, to func(*T) *S) {
	c.begin()
	for i := range rows {
		*to(&rows[i]) = S(c.text())
	}
}

// readLists reads a column of lists.
func readLists[T any](c *columns, rows []T, to func(*T) *[]string) {
	c.begin()
	for i := range rows {
		*to(&rows[i]) = c.list()
	}
}

// readRest reads the column with the fields that are rarely set. merge sets them.
func readRest[T any](c *columns, rows []T, merge func(row, rest *T)) {
	c.begin()
	for i := range rows {
		text := c.text()
		if text == "" {
			continue
		}
		var rest T
		if err := json.Unmarshal([]byte(text), &rest); err != nil {
			c.fail(err)
			return
		}
		merge(&rows[i], &rest)
		c.pause()
	}
}

func (c *columns) nodes(rows []network.Node) {
	readTexts(c, rows, func(o *network.Node) *string { return &o.ID })
	readTexts(c, rows, func(o *network.Node) *string { return &o.Label })
	readTexts(c, rows, func(o *network.Node) *string { return &o.Phrase })
	readTexts(c, rows, func(o *network.Node) *network.NodeKind { return &o.Kind })
	readTexts(c, rows, func(o *network.Node) *string { return &o.Summary })
	readLists(c, rows, func(o *network.Node) *[]string { return &o.Passages })
	readRest(c, rows, func(o, rest *network.Node) {
		o.Aliases, o.Names, o.Same, o.Facts = rest.Aliases, rest.Names, rest.Same, rest.Facts
	})
}

func (c *columns) relations(rows []network.Relation, dates map[uint64]*network.Date) {
	readTexts(c, rows, func(r *network.Relation) *string { return &r.ID })
	readTexts(c, rows, func(r *network.Relation) *string { return &r.From })
	readTexts(c, rows, func(r *network.Relation) *string { return &r.To })
	readTexts(c, rows, func(r *network.Relation) *network.RelationKind { return &r.Kind })
	readTexts(c, rows, func(r *network.Relation) *string { return &r.Verb })
	readTexts(c, rows, func(r *network.Relation) *network.Status { return &r.Status })
	for i := range rows {
		flags := c.byte()
		if flags > 7 {
			c.fail(errors.New("it has an unknown flag"))
		}
		rows[i].Directed, rows[i].Past, rows[i].Open = flags&1 != 0, flags&2 != 0, flags&4 != 0
	}
	c.begin()
	for i := range rows {
		rows[i].Period = c.date(dates)
	}
	readTexts(c, rows, func(r *network.Relation) *string { return &r.Inference })
	readTexts(c, rows, func(r *network.Relation) *string { return &r.Note })
	readLists(c, rows, func(r *network.Relation) *[]string { return &r.Passages })
	readRest(c, rows, func(r, rest *network.Relation) {
		r.Against, r.Legal, r.Facts = rest.Against, rest.Legal, rest.Facts
	})
}

// date reads a date of a column. Many relations have the same one, which is read once.
func (c *columns) date(known map[uint64]*network.Date) *network.Date {
	ref := c.ref()
	if ref == 0 {
		return nil
	}
	read := known[ref]
	if read == nil {
		read = new(network.Date)
		if err := json.Unmarshal([]byte(c.strings[ref]), read); err != nil {
			c.fail(err)
			return nil
		}
		known[ref] = read
	}
	own := *read
	return &own
}

func (c *columns) passages(rows []network.Passage) {
	readTexts(c, rows, func(p *network.Passage) *string { return &p.ID })
	readTexts(c, rows, func(p *network.Passage) *string { return &p.Source })
	for i := range rows {
		rows[i].Paragraph = int(c.signed())
	}
	readTexts(c, rows, func(p *network.Passage) *string { return &p.Selector.Exact })
	readTexts(c, rows, func(p *network.Passage) *string { return &p.Selector.Prefix })
	readTexts(c, rows, func(p *network.Passage) *string { return &p.Selector.Suffix })
	readTexts(c, rows, func(p *network.Passage) *string { return &p.Speaker })
	readTexts(c, rows, func(p *network.Passage) *network.Manner { return &p.Manner })
	readTexts(c, rows, func(p *network.Passage) *string { return &p.Via })
	for i := range rows {
		if c.byte() == 1 {
			rows[i].Position = &network.Position{Start: int(c.signed()), End: int(c.signed())}
		}
	}
}

// dots reads coordinates.
func (c *columns) dots(count int) []float64 {
	whole := c.byte() == 1
	if left := len(c.content) - c.at; whole && left < count || !whole && left != 8*count {
		c.fail(errShort)
		return nil
	}
	dots := make([]float64, count)
	var last [2]int64
	for i := range dots {
		if !whole {
			dots[i] = math.Float64frombits(binary.LittleEndian.Uint64(c.content[c.at:]))
			c.at += 8
			continue
		}
		last[i%2] += c.signed()
		dots[i] = float64(last[i%2]) / scale
	}
	return dots
}
