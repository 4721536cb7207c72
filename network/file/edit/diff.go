package edit

import (
	"fmt"
	"slices"
	"strings"

	"proxynet/network/visible"
)

// Diff returns a unified diff of two versions of a file, with three lines of
// context, or "" if they are equal.
func Diff(name string, before, after []byte) string {
	hunks := hunksOf(splitLines(before), splitLines(after))
	if len(hunks) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "--- %s\n+++ %[1]s\n", visible.Escape(name))
	for _, h := range hunks {
		fmt.Fprintf(&b, "@@ -%d,%d +%d,%d @@\n", h.old+1, h.oldSize, h.new+1, h.newSize)
		for _, line := range h.lines {
			b.WriteString(line[:1] + visible.Escape(line[1:]) + "\n")
		}
	}
	return b.String()
}

// hunk is a hunk of a unified diff. Each line begins with “ ”, “-” or “+”.
type hunk struct {
	old, new         int // index of the first line in each version
	oldSize, newSize int
	lines            []string
}

func splitLines(data []byte) []string {
	lines := strings.Split(string(data), "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	for i := range lines {
		lines[i] = strings.TrimSuffix(lines[i], "\r")
	}
	return lines
}

// step is a line of one text, of the other, or of both.
type step struct {
	op   byte // ' ', '-' or '+'
	text string
}

// compare returns the lines of both texts in order. Where they differ, it goes on
// at the nearest pair of equal lines, which suits edits, since they move no line.
func compare(a, b []string) []step {
	var out []step
	add := func(op byte, lines []string) {
		for _, l := range lines {
			out = append(out, step{op, l})
		}
	}
	for len(a) > 0 || len(b) > 0 {
		same := 0
		for same < min(len(a), len(b)) && a[same] == b[same] {
			same++
		}
		add(' ', a[:same])
		a, b = a[same:], b[same:]
		if len(a) == 0 || len(b) == 0 {
			break
		}
		i, j := nextMatch(a, b)
		add('-', a[:i])
		add('+', b[:j])
		a, b = a[i:], b[j:]
	}
	add('-', a)
	add('+', b)
	return out
}

// nextMatch returns the indices of the nearest pair of equal lines in two texts
// whose first lines differ, or the lengths of the texts if there is no such pair.
func nextMatch(a, b []string) (i, j int) {
	const reach = 1000 // lines
	for sum := 1; sum < reach; sum++ {
		for i := 0; i <= sum; i++ {
			j := sum - i
			if i < len(a) && j < len(b) && a[i] == b[j] && (strings.TrimSpace(a[i]) != "" || slices.Equal(next(a, i), next(b, j))) {
				return i, j
			}
		}
	}
	return len(a), len(b)
}

// next returns line i+1 as a slice, which is empty at the end.
func next(lines []string, i int) []string { return lines[i+1 : min(i+2, len(lines))] }

func hunksOf(a, b []string) []hunk {
	const around = 3 // lines
	steps := compare(a, b)
	var hunks []hunk
	old, new, last := 0, 0, -1 // last: the step after the last hunk
	for i := 0; i < len(steps); i++ {
		if steps[i].op == ' ' {
			old, new = old+1, new+1
			continue
		}
		from := max(i-around, last, 0)
		h := hunk{old: old - (i - from), new: new - (i - from)}
		to := i
		for end := i; end < len(steps) && end-to <= 2*around; end++ {
			if steps[end].op != ' ' {
				to = end + 1
			}
		}
		last = min(to+around, len(steps))
		for _, s := range steps[from:last] {
			h.lines = append(h.lines, string(s.op)+s.text)
			if s.op != '+' {
				h.oldSize++
			}
			if s.op != '-' {
				h.newSize++
			}
		}
		old, new = h.old+h.oldSize, h.new+h.newSize
		hunks = append(hunks, h)
		i = last - 1
	}
	return hunks
}
