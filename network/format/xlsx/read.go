// Package xlsx reads and writes the cells of workbooks of Excel and LibreOffice.
package xlsx

import (
	"archive/zip"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
	"proxynet/network/format/internal/table"
)

// Limits of workbooks in addition to [reader.Limits]. Excel's own files unpack to 5 to
// 30 times their size; an archive that unpacks to far more is made to exhaust memory.
const (
	mostParts   = 10_000    // of the archive
	mostTexts   = 2_000_000 // that cells share
	mostUnpack  = 100       // as a multiple of the file's size
	fewUnpack   = 4 << 20   // bytes to which any file may unpack
	mostColumns = 16_384    // of a sheet; Excel's limit
	mostTitles  = 5         // rows above the header, such as a title
)

// workbook is a file of Excel, LibreOffice or the like, in Office Open XML (ECMA-376,
// also ISO/IEC 29500). Only its cells are read.
type workbook struct {
	name    string
	options *reader.Options
	losses  *graph.Losses
	parts   map[string]*zip.File // by name
	read    map[string]bool      // names of parts that were read
	left    int64                // bytes that may still be unpacked
	allowed int64                // in all
	texts   []string             // that cells share
	formats []dateFormat         // by the number of a cell's style
	is1904  bool                 // days count from 1904
}

// sheet is a sheet of a workbook.
type sheet struct {
	name, part string
	hidden     bool
	head       int  // row of its header; 0: none found
	sure       bool // has columns that can only be the ends of edges
	spans      bool // has columns that may be the ends of edges
	dated      bool // these columns probably have dates
	claims     bool // the edges are claims
	lists      bool // has columns with names of nodes
	factors    bool // its nodes are factors of Causal Map
}

// Read reads a workbook: sheets with columns for the ends of edges, and sheets that
// list nodes.
func Read(f reader.File, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	w, err := openWorkbook(f, o, losses)
	if err != nil {
		return nil, err
	}
	sheets, err := w.sheets()
	if err != nil {
		return nil, err
	}
	edges, nodes, err := w.sort(sheets)
	if err != nil {
		if g, matrixErr := w.matrix(sheets); g != nil || matrixErr != nil {
			return g, matrixErr
		}
		return nil, err
	}
	set := table.NewSet(w.input(""), o.Lang, losses)
	begin := func(sheets []*sheet) (all []*table.Reader, err error) {
		for _, s := range sheets {
			rows, err := w.rows(s)
			if err != nil {
				return nil, err
			}
			for rows.at < s.head {
				if _, _, err := rows.Next(); err != nil {
					return nil, err
				}
			}
			rows.again = true
			t, err := set.Add(w.input(s.name), s.name, rows)
			if err != nil {
				return nil, err
			}
			all = append(all, t)
		}
		return all, nil
	}
	nodeTables, err := begin(nodes)
	if err != nil {
		return nil, err
	}
	edgeTables, err := begin(edges)
	if err != nil {
		return nil, err
	}
	w.unread()
	return set.Read(edgeTables, nodeTables)
}

// input is the workbook or a sheet of it, for diagnostics.
func (w *workbook) input(sheet string) *reader.Input {
	return &reader.Input{Name: w.name, Sheet: sheet, Limits: w.options.Limits}
}

func (w *workbook) diagnostic(problem, fix string) error {
	return w.input("").Diagnostic(0, "", problem, fix)
}

func openWorkbook(f reader.File, o *reader.Options, losses *graph.Losses) (*workbook, error) {
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, reader.Diagnostic(f.Name, fmt.Sprintf("it cannot be read: %v", err), "make the file readable")
	}
	w := &workbook{name: f.Name, options: o, losses: losses, parts: map[string]*zip.File{}, read: map[string]bool{}}
	w.allowed = min(o.Limits.Bytes, mostUnpack*size+fewUnpack)
	w.left = w.allowed
	if size > o.Limits.Bytes {
		return nil, w.diagnostic("it is larger than "+reader.Size(o.Limits.Bytes), "give a smaller part of it")
	}
	z, err := zip.NewReader(f, size)
	if err != nil {
		return nil, w.diagnostic("it is not a .xlsx workbook, or it is broken", "save it again in Excel or LibreOffice")
	}
	if len(z.File) > mostParts {
		return nil, w.diagnostic(fmt.Sprintf("it has more than %d parts", mostParts), "copy the sheets with the network into a new workbook")
	}
	for _, part := range z.File {
		w.parts[strings.ToLower(strings.TrimPrefix(part.Name, "/"))] = part
	}
	return w, nil
}

// unpacked reads a part of a workbook, up to the limit for unpacking.
type unpacked struct {
	io.ReadCloser
	w *workbook
}

func (u *unpacked) Read(p []byte) (int, error) {
	n, err := u.ReadCloser.Read(p)
	if u.w.left -= int64(n); u.w.left < 0 {
		return 0, u.w.diagnostic("it unpacks to more than "+reader.Size(u.w.allowed), "copy the sheets with the network into a new workbook; no spreadsheet program compresses a network that much")
	}
	if err != nil && err != io.EOF {
		err = u.w.diagnostic("it is broken inside: "+err.Error(), "save it again in Excel or LibreOffice")
	}
	return n, err
}

// open opens a part, or returns nil if there is none of that name.
func (w *workbook) open(name string) (*reader.XML, error) {
	part := w.parts[strings.ToLower(name)]
	if part == nil {
		return nil, nil
	}
	w.read[strings.ToLower(name)] = true
	opened, err := part.Open()
	if err != nil {
		return nil, w.diagnostic("its part "+graph.Show(name)+" can't be unpacked: "+err.Error(), "save it again in Excel or LibreOffice")
	}
	in, err := reader.NewInput(w.name+" ("+name+")", &unpacked{opened, w}, w.options.Limits, "")
	if err != nil {
		return nil, err
	}
	return reader.NewXML(in, &graph.Losses{}), nil // the appearance of a workbook is no loss
}

// each calls read for every element of a part, from the outside in.
func (w *workbook) each(name string, read func(x *reader.XML, e *reader.Element) error) error {
	x, err := w.open(name)
	if x == nil || err != nil {
		return err
	}
	for {
		token, err := x.Next()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := read(x, x.Begin(start, "")); err != nil {
				return err
			}
		}
	}
}

// relations returns the parts to which a part refers, by the ids of the references, and
// the first part of each type by the last word of the type's name.
func (w *workbook) relations(part string) (byID, bySort map[string]string, err error) {
	byID, bySort = map[string]string{}, map[string]string{}
	dir, base := path.Split(part)
	err = w.each(dir+"_rels/"+base+".rels", func(_ *reader.XML, e *reader.Element) error {
		if e.Local != "Relationship" || len(byID) > mostParts || strings.EqualFold(e.Attr("TargetMode"), "external") {
			return nil
		}
		target := e.Attr("Target")
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		target = strings.TrimPrefix(path.Clean(target), "/")
		byID[e.Attr("Id")] = target
		if sort := path.Base(e.Attr("Type")); bySort[sort] == "" {
			bySort[sort] = target
		}
		return nil
	})
	return byID, bySort, err
}

// sheets reads the list of sheets, and the texts and styles that their cells share.
func (w *workbook) sheets() ([]*sheet, error) {
	_, top, err := w.relations("")
	if err != nil {
		return nil, err
	}
	book := cmp.Or(top["officeDocument"], "xl/workbook.xml")
	byID, bySort, err := w.relations(book)
	if err != nil {
		return nil, err
	}
	var all []*sheet
	err = w.each(book, func(x *reader.XML, e *reader.Element) error {
		switch e.Local {
		case "workbookPr":
			w.is1904 = graph.DirectionIn(e.Attr("date1904")) == graph.Forward
		case "sheet":
			s := &sheet{name: e.Attr("name"), hidden: strings.HasSuffix(strings.ToLower(e.Attr("state")), "hidden")}
			for _, a := range e.Attrs {
				if a.Name.Local == "id" && a.Name.Space != "" {
					s.part = byID[a.Value]
				}
			}
			if len(all) < table.MaxTables && s.part != "" && w.parts[strings.ToLower(s.part)] != nil {
				all = append(all, s)
			} else {
				w.losses.Drop(lossSheets, s.name)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, w.diagnostic("it has no sheets", "save it again in Excel or LibreOffice as .xlsx")
	}
	if err := w.readStyles(cmp.Or(bySort["styles"], "xl/styles.xml")); err != nil {
		return nil, err
	}
	return all, w.readTexts(cmp.Or(bySort["sharedStrings"], "xl/sharedStrings.xml"))
}

// readTexts reads the shared strings of cells.
func (w *workbook) readTexts(part string) error {
	size := int64(0)
	return w.each(part, func(x *reader.XML, e *reader.Element) error {
		if e.Local != "si" {
			return nil
		}
		text, err := richText(x, e)
		if size += int64(len(text)); size > w.options.Limits.Text || len(w.texts) == mostTexts {
			return w.diagnostic("its cells hold more than "+reader.Size(w.options.Limits.Text)+" of text", "copy the sheets with the network into a new workbook")
		}
		w.texts = append(w.texts, text)
		return err
	})
}

// richText reads the rest of an element and returns its text without formatting and
// phonetic hints.
func richText(x *reader.XML, e *reader.Element) (string, error) {
	var b strings.Builder
	err := x.Children(e, func(child *reader.Element) error {
		switch child.Local {
		case "t":
			return x.Texts(child, &b)
		case "r":
			return x.Children(child, func(run *reader.Element) error {
				if run.Local == "t" {
					return x.Texts(run, &b)
				}
				return nil
			})
		}
		return nil
	})
	return unescapeCell(b.String()), err
}

var escapedCell = regexp.MustCompile(`_x([0-9A-Fa-f]{4})_`)

// unescapeCell returns a text with Excel's escapes such as _x000D_, for characters not
// allowed in XML, replaced.
func unescapeCell(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escapedCell.ReplaceAllStringFunc(s, func(escape string) string {
		var c rune
		fmt.Sscanf(escape[2:6], "%x", &c)
		if c == 0 || c >= 0xD800 && c < 0xE000 {
			return ""
		}
		return string(c)
	})
}

// Losses of workbooks.
const (
	lossSheets  = "sheets that hold neither edges nor nodes, or that are hidden, left out"
	lossParts   = "comments, drawings and other parts of the workbook, left out"
	lossErrors  = "cells that hold an error, read as empty"
	lossFormula = "formulas without a stored result, read as empty"
	lossMerged  = "merged cells, of which only the first holds a value"
)

// technical are parts of a workbook without content.
var technical = regexp.MustCompile(`^\[content_types\]\.xml$|(^|/)_rels/|^docprops/|/theme/|/calcchain\.xml$|/printersettings/|/metadata\.xml$|/tables/|/persons/|/richdata/|/sharedstrings\.xml$|/styles\.xml$|/worksheets/|^customxml/`)

// unread reports the parts of the workbook that were not read.
func (w *workbook) unread() {
	var names []string
	for name := range w.parts {
		if !w.read[name] && !technical.MatchString(name) && !strings.HasSuffix(name, "/") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		w.losses.Drop(lossParts, w.parts[name].Name)
	}
}
