package xlsx

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
	"proxynet/network/format/internal/table"
)

// sort detects which sheets have edges, and which have nodes.
func (w *workbook) sort(all []*sheet) (edges, nodes []*sheet, err error) {
	var names []string
	for _, s := range all {
		names = append(names, s.name)
	}
	all = slices.DeleteFunc(all, func(s *sheet) bool {
		// Causal Map adds a filtered copy of each table.
		of, filtered := strings.CutPrefix(s.name, "Filtered ")
		if filtered = filtered && slices.Contains(names, of) && w.options.Graph != s.name; filtered {
			w.losses.Drop("filtered copies of other sheets, left out", s.name)
		}
		return filtered
	})
	for _, s := range all {
		if err := w.probe(s); err != nil {
			return nil, nil, err
		}
	}
	for _, least := range []func(s *sheet) bool{
		func(s *sheet) bool { return s.sure || s.claims },
		func(s *sheet) bool { return s.spans && !s.dated },
		func(s *sheet) bool { return s.spans },
	} {
		for _, s := range all {
			if chosen := w.options.Graph == "" && !s.hidden || s.name == w.options.Graph; chosen && s.head > 0 && least(s) && len(edges) < table.MaxTables {
				edges = append(edges, s)
			}
		}
		if len(edges) > 0 {
			break
		}
	}
	if len(edges) == 0 {
		if w.options.Graph != "" && !slices.Contains(names, w.options.Graph) {
			return nil, nil, w.diagnostic("it has no sheet "+graph.Show(w.options.Graph), "name one of: "+graph.Clip(strings.Join(names, ", ")))
		}
		return nil, nil, w.diagnostic("none of its sheets has columns for the ends of edges; it has "+graph.Clip(strings.Join(names, ", ")), "name two columns of one sheet Source and Target, or from and to")
	}
	// The statements and sources of Causal Map are tables too.
	factors := slices.ContainsFunc(all, func(s *sheet) bool { return s.factors })
	for _, s := range all {
		switch {
		case slices.Contains(edges, s):
		case s.lists && !s.hidden && s.head > 0 && !s.sure && (s.factors || !factors):
			nodes = append(nodes, s)
		default:
			w.losses.Drop(lossSheets, s.name)
			continue
		}
		if s.head > 1 {
			w.losses.DropMany(table.LossAbove, s.name, s.head-1)
		}
	}
	return edges, nodes, nil
}

// matrix reads the first sheet that is a matrix; it returns nil if none is.
func (w *workbook) matrix(all []*sheet) (*graph.Graph, error) {
	for i, s := range all {
		if w.options.Graph != s.name && (w.options.Graph != "" || s.hidden) {
			continue
		}
		rows, err := w.rows(s)
		if err != nil {
			return nil, err
		}
		losses := &graph.Losses{}
		t, err := table.NewSet(w.input(s.name), w.options.Lang, losses).Add(w.input(s.name), s.name, rows)
		if err != nil {
			continue // such as an empty one
		}
		if more, err := t.Next(); err != nil || !more || !t.IsMatrix() {
			continue
		}
		for j, other := range all {
			if j != i {
				w.losses.Drop(lossSheets, other.name)
			}
		}
		w.unread()
		g, err := t.Matrix()
		w.losses.Merge(losses)
		return g, err
	}
	return nil, nil
}

// probe reads the first rows of a sheet to find its header: the first row with names of
// columns for the ends of edges or for nodes.
func (w *workbook) probe(s *sheet) error {
	rows, err := w.rows(s)
	if err != nil {
		return err
	}
	for range mostTitles {
		cells, row, err := rows.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		head := table.NewHead(cells)
		sure, _ := head.Ends(table.Ends)
		span, _ := head.Ends(table.Spans)
		s.sure, s.spans = sure >= 0, span >= 0
		s.dated = s.spans && slices.Contains([]string{"start", "desde"}, head[span].Folded)
		s.claims = s.spans && (head.Column([]string{"verb", "predicate"}) >= 0 || head.Claims())
		s.lists = head.Column(table.NodeIDs) >= 0 || head.Column(table.Labels) >= 0
		s.factors = s.name == "factors" && head.Column(table.FactorIDs) >= 0
		if s.sure || s.spans || s.lists {
			s.head = row
			return nil
		}
	}
	return nil
}

// sheetRows are the rows of a sheet.
type sheetRows struct {
	*workbook
	x     *reader.XML
	sheet string
	cells []string
	at    int  // the last row read, from 1
	again bool // return it again
}

func (w *workbook) rows(s *sheet) (*sheetRows, error) {
	x, err := w.open(s.part)
	return &sheetRows{workbook: w, x: x, sheet: s.name}, err
}

// Next implements [table.rows]. It also reads the part after the last row.
func (r *sheetRows) Next() ([]string, int, error) {
	if r.again {
		r.again = false
		return r.cells, r.at, nil
	}
	for {
		token, err := r.x.Next()
		if err != nil {
			return nil, 0, err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "row":
			if err := r.row(r.x.Begin(start, "")); err != nil {
				return nil, 0, err
			}
			return r.cells, r.at, nil
		case "mergeCell":
			r.losses.Add(1, lossMerged, graph.SheetPlace(r.sheet, attrOf(start, "ref")))
		}
	}
}

func attrOf(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return graph.Clip(a.Value)
		}
	}
	return ""
}

// row reads the rest of a row.
func (r *sheetRows) row(e *reader.Element) error {
	r.at++
	if number, err := strconv.Atoi(e.Attr("r")); err == nil && number > 0 {
		r.at = number
	}
	r.cells = r.cells[:0]
	column := 0
	return r.x.Children(e, func(c *reader.Element) error {
		if c.Local != "c" {
			return nil
		}
		if at, ok := columnOf(c.Attr("r")); ok {
			column = at
		}
		if column >= mostColumns {
			return r.input(r.sheet).Diagnostic(r.at, "", fmt.Sprintf("it has more than %d columns", mostColumns), "remove those that don’t describe the network")
		}
		value, err := r.cell(c, column)
		if err != nil {
			return err
		}
		if value != "" {
			for len(r.cells) <= column {
				r.cells = append(r.cells, "")
			}
			r.cells[column] = value
		}
		column++
		return nil
	})
}

// columnOf returns the column of a cell such as B7, counted from 0.
func columnOf(cell string) (column int, ok bool) {
	for _, c := range cell {
		if c < 'A' || c > 'Z' || column > mostColumns {
			break
		}
		column = column*26 + int(c-'A') + 1
	}
	return column - 1, column > 0
}

// cell returns the value of a cell as shown by a spreadsheet, except that numbers are
// exact and dates are in ISO 8601.
func (r *sheetRows) cell(c *reader.Element, column int) (string, error) {
	sort, style := c.Attr("t"), c.Attr("s")
	var value strings.Builder
	formula := false
	err := r.x.Children(c, func(child *reader.Element) error {
		switch child.Local {
		case "v":
			return r.x.Texts(child, &value)
		case "is":
			text, err := richText(r.x, child)
			value.WriteString(text)
			return err
		case "f":
			formula = true
		}
		return nil
	})
	if err != nil {
		return "", err
	}
	text := value.String()
	lose := func(kind string) (string, error) {
		r.losses.Add(1, kind, graph.SheetPlace(r.sheet, "cell "+graph.CellName(column, r.at)))
		return "", nil
	}
	switch sort {
	case "s":
		at, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || at < 0 || at >= len(r.texts) {
			return "", r.workbook.input(r.sheet).Diagnostic(r.at, "cell "+graph.CellName(column, r.at), "it refers to a text that the workbook doesn't have", "save it again in Excel or LibreOffice")
		}
		return r.texts[at], nil
	case "inlineStr", "str", "d":
		return unescapeCell(text), nil
	case "b":
		return map[string]string{"1": "true", "0": "false"}[strings.TrimSpace(text)], nil
	case "e":
		return lose(lossErrors)
	}
	if text = strings.TrimSpace(text); text == "" {
		if formula {
			return lose(lossFormula)
		}
		return "", nil
	}
	at, _ := strconv.Atoi(style)
	return r.number(text, at), nil
}
