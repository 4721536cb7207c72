//go:build linux

package test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Limits for a small machine. Times are CPU times, since tests run in parallel.
const (
	mostSeconds = 10
	mostMemory  = 1 << 30 // bytes, at the peak
)

// header is the start of a network's file.
const header = "format: 1\nid: t\ntitle: T\nsummary: S\nlang: en\nroot: a\n"

// quoting returns a network with a passage for each quote.
func quoting(labels []string, quotes ...string) string {
	var b strings.Builder
	b.WriteString(header + "sources: [{id: s, title: T, lang: en, text: article.txt}]\nspeakers: [{id: v, label: A, kind: article}]\npassages:\n")
	for i, quote := range quotes {
		fmt.Fprintf(&b, "  - {id: p%d, paragraph: 1, exact: %q}\n", i, quote)
	}
	b.WriteString("nodes:\n")
	for i, label := range labels {
		id := "a"
		if i > 0 {
			id = fmt.Sprintf("n%d", i)
		}
		fmt.Fprintf(&b, "  - {id: %s, label: %q, kind: group, summary: x, passages: [", id, label)
		for j := range quotes {
			if i == 0 {
				fmt.Fprintf(&b, "p%d, ", j)
			} else if j == 0 {
				b.WriteString("p0")
			}
		}
		b.WriteString("]}\n")
	}
	return b.String()
}

// words returns text of random words.
func words(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		for range 6 {
			b.WriteByte(byte('a' + r.IntN(26)))
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

// TestCommands_SurviveBombs runs the command on invalid inputs and on inputs
// designed to exhaust the machine: it ends with an error that names the cause, in
// bounded time and memory.
func TestCommands_SurviveBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("reading inputs as large as the limits allow takes half a minute; make test runs it")
	}
	repeat := strings.Repeat
	r := rand.New(rand.NewPCG(1, 2))
	var paragraphs, misquotes, letters []string
	for range 1000 {
		paragraphs = append(paragraphs, words(r, 60))
		misquotes = append(misquotes, words(r, 50))
	}
	for i := range 2000 {
		letters = append(letters, repeat("a", i%300+1))
	}
	var keys strings.Builder
	for i := range 1_000_000 {
		fmt.Fprintf(&keys, "k%d: &k%d v\n", i, i)
	}
	const check = "check --network network.yaml"
	for _, test := range []struct {
		name, args    string
		file, article string
		want          string // part of the output
	}{
		{"YAML of empty records", check, header + "nodes: [" + repeat("{},", 5_500_000) + "]", "", "more than 4000000 values"},
		{"YAML of words", check, header + "nodes: [" + repeat("a,", 8_000_000) + "]", "", "more than 4000000 values"},
		{"YAML of words within the limit", check, header + "nodes: [" + repeat("a,", 3_900_000) + "]", "", "more than 400000 records"},
		{"YAML of words in a record", check, header + "nodes: [{id: a, passages: [" + repeat("a,", 3_000_000) + "]}]", "", "values in one pair of brackets"},
		{"YAML of empty fields", check, header + "x: {" + repeat("a,", 1_900_000) + "}", "", "unknown field"},
		{"YAML of pairs", check, header + "x: [" + repeat("a: b,", 1_200_000) + "]", "", "unknown field"},
		{"YAML of lines", check, header + "x:\n" + repeat("- a\n", 15_000_000), "", "more than 4000000 values"},
		{"YAML of anchors", check, header + keys.String(), "", "more than 4000000 values"},
		{"YAML of aliases", check, header + "x: &x [a]\nnodes: [" + repeat("*x,", 390_000) + "]", "", "only a date may be an alias"},
		{"YAML in YAML", check, repeat("[", 100_000), "", "brackets are open"},
		{"YAML of ids that are there twice", check, header + "nodes:\n" + repeat("- {id: a, label: A, kind: group, summary: s, passages: [q1, q2, q3, q4, q5, q6, q7, q8]}\n", 50_000), "", "this id is already"},
		{"a name of a million letters", check, quoting([]string{repeat("a", 1<<20)}, "a"), "a\n", "more than 1000 characters"},
		{"a letter in every line", check, quoting([]string{"A"}, "a"), repeat("a\n", 500_000), "10000 times or more"},
		{"letters in one line", check, quoting([]string{"A"}, letters...), repeat("a", 4<<20), "10000 times or more"},
		{"a thousand misquotes of a large article", check, quoting([]string{"A"}, misquotes...), repeat(strings.Join(paragraphs, "\n")+"\n", 15), "the nearest text was not looked for"},
		{"one misquote of the largest article", check, quoting([]string{"A"}, misquotes[0]), repeat(words(r, 10_000)+"\n", 100), "not in the article"},
		{"names in every line", check, quoting(append([]string{"A"}, misquotes...), "z"), "z\n" + repeat("A b a\n", 600_000), "[uncited-name]"},
		{"an article that is too large", check, quoting([]string{"A"}, "a"), repeat("a", 9<<20), "larger than 8 MiB"},
		{"a graph of ten million nodes in 27 bytes", "layout graph.json", `{"n":10000000,"edges":[]}`, "", "from 0 to 250000"},
		{"a graph of many edges", "layout graph.json", `{"n":2,"edges":[` + repeat("[0,1],", 3_000_000) + `[0,1]]}`, "", "more than 1000000 edges"},
		{"a picture of many nodes", "metrics graph.json graph.json", `{"n":200000,"edges":[]}`, "", "up to 30000 of each"},
		{"GEXF of entities", "import graph.gexf", `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">]><gexf version="1.3"><graph><nodes><node id="&a;"/></nodes></graph></gexf>`, "", "declares entities"},
		{"GEXF of nodes", "import graph.gexf", `<gexf version="1.3"><graph><nodes>` + repeat("<node id='a'/>", 1) + manyNodes(200_000), "", "more than 125000 nodes"},
		{"DOT of products", "import graph.dot", "digraph { " + repeat("{a b c d e f g h i j k l m n o p} -> ", 2000) + "a }", "", "more than 250000 edges"},
		{"CSV of one quote", "import graph.csv", "source,target\n\"" + repeat("a\n", 3_000_000), "", "larger than 1 MiB"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			args := strings.Fields(test.args)
			for name, text := range map[string]string{args[len(args)-1]: test.file, "article.txt": test.article} {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			c := command(args...)
			c.Dir = dir
			c.Env = append(os.Environ(), "GOMAXPROCS=2")
			hung := time.AfterFunc(5*time.Minute, func() { c.Process.Kill() })
			out, _ := c.CombinedOutput() // its status is checked
			hung.Stop()
			if status := c.ProcessState.ExitCode(); status != 1 && test.want != "[uncited-name]" {
				t.Errorf("the status is %d, want 1", status)
			}
			if !strings.Contains(string(out), test.want) {
				t.Errorf("it says %.500q, want %q in it", out, test.want)
			}
			usage := c.ProcessState.SysUsage().(*syscall.Rusage)
			seconds, memory := (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), usage.Maxrss<<10
			// The peak is at least that of this test, from which the process was
			// forked.
			t.Logf("%.1f s, %d MB", seconds, memory>>20)
			if seconds > mostSeconds || memory > mostMemory {
				t.Errorf("it took %.1f s and %d MB, want at most %d s and %d MB", seconds, memory>>20, mostSeconds, mostMemory>>20)
			}
		})
	}
}

// manyNodes returns nodes of GEXF.
func manyNodes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<node id='n%d'/>", i)
	}
	return b.String()
}
