package network_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"proxynet/network"
)

// TestCell checks that only texts that a spreadsheet would run as a formula are
// guarded, and that every text can be restored.
func TestCell(t *testing.T) {
	for _, formula := range []string{
		"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\tplain", "\rplain", " =1", "\u00a0=1", "\u3000=1", "'=1", "''=1", `"=1`, "“=1", "‘+1",
		"＝1", "＋1", "－1", "＠1", "﹦1", " ' \" ＝1", "\ufeff=1", "\u200b=1", "\u200e=1", "\u202e=1", "\x00=1", "=", "-",
	} {
		if got := network.Cell(formula); !strings.HasPrefix(got, "'") {
			t.Errorf("%q becomes %q, want it guarded", formula, got)
		}
		if got := network.CellText(network.Cell(formula)); got != formula {
			t.Errorf("%q comes back as %q", formula, got)
		}
	}
	for _, text := range []string{"", "a", "1", "'", "''", "'a", "“a”", "a=1", "a;b", "a; b|c", ";)", "O’Brien", "’s", "1-2", "–1", "−1", "…", " a", "سپاه", "—", "*", "#", "'t Hooft"} {
		if got := network.Cell(text); got != text {
			t.Errorf("%q becomes %q, want it as it is", text, got)
		}
		if got := network.CellText(text); got != text {
			t.Errorf("%q comes back as %q", text, got)
		}
	}
}

// TestCellAtEverySeparator checks texts that start a cell in a spreadsheet with another
// list separator.
func TestCellAtEverySeparator(t *testing.T) {
	for text, want := range map[string]string{
		"a;=1": "a;'=1", "a; =1": "a;' =1", "a|+1": "a|+1", "a\t@x": "a\t'@x", "=1;=2": "'=1;'=2", "a;'=1": "a;''=1", `a;"=1`: `a;'"=1`, "a;＝1;b": "a;'＝1;b", ";-)": ";'-)", "a,=1": "a,=1",
	} {
		if got := network.Cell(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	// No part of a cell is a formula, and every text can be restored.
	alphabet := []rune("a='\" ;|\t\n＝-")
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		text := make([]rune, random.IntN(8))
		for i := range text {
			text[i] = alphabet[random.IntN(len(alphabet))]
		}
		cell := network.Cell(string(text))
		if got := network.CellText(cell); got != string(text) {
			t.Fatalf("%q becomes %q and comes back as %q", string(text), cell, got)
		}
		for _, part := range strings.FieldsFunc(cell, func(c rune) bool { return strings.ContainsRune(";\t", c) }) {
			if strings.ContainsAny(strings.TrimLeft(part, " \n\"")[:min(1, len(strings.TrimLeft(part, " \n\"")))], "=-\uff1d") {
				t.Fatalf("%q becomes %q, in which %q is a formula", string(text), cell, part)
			}
		}
	}
}

func TestTableOpensInSpreadsheets(t *testing.T) {
	var b bytes.Buffer
	table := network.NewTable(&b, "a", "b")
	rows := [][]string{{"x,y", "semi;colon"}, {`say "so"`, "two\nlines"}, {" a", "=1"}}
	for _, row := range rows {
		table.Row(row...)
	}
	if err := table.End(); err != nil {
		t.Fatal(err)
	}
	const want = "\ufeffa,b\r\n\"x,y\",semi;colon\r\n\"say \"\"so\"\"\",\"two\r\nlines\"\r\n\" a\",'=1\r\n"
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
	got, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows[2][1] = "'=1"
	if !reflect.DeepEqual(got[1:], rows) {
		t.Errorf("got %q, want %q", got[1:], rows)
	}
}

func TestTableReportsAFailedWrite(t *testing.T) {
	for _, most := range []int{0, 3, 10} {
		table := network.NewTable(&full{most}, "a", "b")
		for range 10_000 {
			table.Row("x", "y")
		}
		if err := table.End(); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("after %d bytes: got %v, want an error", most, err)
		}
	}
}

// full is a writer with room for a number of bytes.
type full struct{ left int }

func (f *full) Write(p []byte) (int, error) {
	n := min(len(p), f.left)
	f.left -= n
	if n < len(p) {
		return n, io.ErrShortWrite
	}
	return n, nil
}
