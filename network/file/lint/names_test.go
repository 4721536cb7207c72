package lint_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"proxynet/network/file"
	"proxynet/network/file/lint"
)

// twoNames returns the findings about two nodes with these names and kinds.
func twoNames(t *testing.T, first, second, kindA, kindB string) []string {
	t.Helper()
	ids, _ := trial{
		text: "Karl Brandt paid Ida Voss.", quotes: []string{"Karl Brandt paid Ida Voss"}, claims: claim("paid", "", 1),
		nodes: brandtAndVoss + fmt.Sprintf("  - {id: x, label: %q, kind: %s, summary: S., passages: [p1]}\n  - {id: y, label: %q, kind: %s, summary: S., passages: [p1]}\n", first, kindA, second, kindB),
	}.findings(t, "duplicate-name")
	return ids
}

func TestDuplicateNames(t *testing.T) {
	const person, firm = "person", "organisation"
	tests := []struct {
		name, first, second, kind string
		want                      bool
	}{
		{"an initial", "Peter Reiss", "P. Reiss", person, true},
		{"initials", "John Fitzgerald Kent", "J. F. Kent", person, true},
		{"initials without spaces", "John Fitzgerald Kent", "J.F. Kent", person, true},
		{"a middle initial", "John Kent", "John F. Kent", person, true},
		{"another initial", "Peter Reiss", "A. Reiss", person, false},
		{"another middle initial", "John F. Kent", "J. B. Kent", person, false},
		{"another first name", "Peter Reiss", "Anna Reiss", person, false},
		{"another first name of the same letter", "Peter Reiss", "Pamela Reiss", person, false},
		{"an initial of a company", "Peter Reiss", "P. Reiss", firm, false},

		{"the last name first", "Peter Reiss", "Reiss Peter", person, true},
		{"the last name first, with a comma", "Peter Reiss", "Reiss, Peter", person, true},
		{"the last name first, and an initial", "Peter Reiss", "Reiss, P.", person, true},
		{"other words in another order", "Bank of Lund", "Lund of Norway", firm, false},

		{"a title", "Anna Reiss", "Dr Anna Reiss", person, true},
		{"titles", "Anna Reiss", "Rear Adm. Dr. Anna Reiss", person, false}, // “rear” alone is no title
		{"two titles", "Admiral Berg", "Captain Berg", person, true},
		{"a title and an initial", "Gen. P. Reiss", "Peter Reiss", person, true},
		{"a title of a company is part of its name", "General Timber", "Major Timber", firm, false},
		{"a Persian title", "سردار اسماعیل قاآنی", "اسماعیل قاآنی", person, true},
		{"an Arabic title", "اللواء قاسم سليماني", "قاسم سليماني", person, true},

		{"a legal form", "Tolland", "Tolland GmbH", firm, true},
		{"two legal forms", "Tolland Ltd.", "Tolland LLC", firm, true},
		{"legal forms with stops", "Tolland S.A.", "Tolland", firm, false}, // separate letters are initials
		{"a company and a person", "Tolland Ltd", "Tolland", "person/organisation", false},
		{"other companies", "Tolland Timber Ltd", "Tolland Shipping Ltd", firm, false},

		{"accents", "Jose Nunez", "José Núñez", person, true},
		{"Arabic and Persian letters", "علي کرمي", "علی كرمی", person, true},
		{"an umlaut spelled out", "Jürgen Müller", "Juergen Mueller", person, true},
		{"another transliteration", "Qassem Soleimani", "Ghasem Suleimani", person, true},
		{"another transliteration of a common name", "Mohammed Rezai", "Muhammad Rezaei", person, true},
		{"another script", "Qassem Soleimani", "قاسم سلیمانی", person, true},
		{"Cyrillic", "Vladimir Sokolov", "Владимир Соколов", person, true},
		{"another person in another script", "Qassem Soleimani", "اسماعیل قاآنی", person, false},
		{"names that only sound a little alike", "Peter Ross", "Petra Reis", person, false},
		{"two Chinese names", "王明", "王红明", person, false},

		{"one letter more", "Axis of resistance", "Axis of resistence", firm, true},
		{"another number", "7th Brigade", "8th Brigade", firm, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, b, _ := strings.Cut(test.kind, "/")
			if b == "" {
				b = a
			}
			for _, pair := range [][2]string{{test.first, test.second}, {test.second, test.first}} {
				got := twoNames(t, pair[0], pair[1], a, b)
				if found := len(got) == 1 && got[0] == "y"; found != test.want || len(got) > 1 {
					t.Errorf("%q and %q: got warnings of %q, want one: %v", pair[0], pair[1], got, test.want)
				}
				if a != b {
					break
				}
			}
		})
	}
}

// TestDuplicateNamesInLargeNetworks checks thousands of nodes with the same name, and
// names of tens of thousands of letters: the time is limited.
func TestDuplicateNamesInLargeNetworks(t *testing.T) {
	network := func(names []string) []byte {
		var b strings.Builder
		b.WriteString("format: 1\nid: n\ntitle: T\nsummary: S.\nlang: en\nunsourced: true\nnodes:\n")
		for i, name := range names {
			fmt.Fprintf(&b, "  - {id: n%d, label: %q, kind: person}\n", i, name)
		}
		b.WriteString("relations:\n  - {id: r, from: n0, to: n1, kind: tie, verb: knows}\n")
		return []byte(b.String())
	}
	many := func(n int, name func(int) string) []string {
		names := make([]string, n)
		for i := range names {
			names[i] = name(i)
		}
		return names
	}
	for what, names := range map[string][]string{
		"equal":    many(4000, func(int) string { return "Karl Theodor von Brandt" }),
		"initials": many(4000, func(i int) string { return fmt.Sprintf("%c%c%c. Brandt", 'a'+i%26, 'a'+i/26%26, 'a'+i/676) }),
		"nearly equal": many(4000, func(i int) string {
			return fmt.Sprintf("Karl Theodor von Brandt %c%c%c", 'a'+i%26, 'a'+i/26%26, 'a'+i/676)
		}),
		"two words": many(4000, func(i int) string { return fmt.Sprintf("K%c%c%c Brandt", 'a'+i%26, 'a'+i/26%26, 'a'+i/676) }),
		"long":      many(2, func(i int) string { return strings.Repeat("karl brandt ", 5000) + fmt.Sprint(i) }),
	} {
		t.Run(what, func(t *testing.T) {
			d, err := file.Read("n", network(names))
			if err != nil {
				t.Skip(err) // the file exceeds a limit
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			r := lint.Check(d, nil)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			const most = 30 * time.Second // a tenth of a second on an idle machine; this one may be busy
			if took > most {
				t.Errorf("it took %v, want at most %v", took, most)
			}
			if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 400 {
				t.Errorf("it allocated %d MB, want at most 400", mb)
			}
			if n := len(r.Findings); n > 310 {
				t.Errorf("got %d findings, want a list that is cut", n)
			}
			t.Logf("%v, %d MB", took, (after.TotalAlloc-before.TotalAlloc)>>20)
		})
	}
}
