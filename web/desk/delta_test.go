package desk_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"proxynet/web/desk"
)

// TestViewDeltasMatchFullViews edits and undoes at random in the harbour network and in
// Poyais. The views of an engine that sends only changes, combined as in the page, must
// equal those of an engine that starts with the same text.
func TestViewDeltasMatchFullViews(t *testing.T) {
	poyais := "../../network/file/example/poyais/"
	for name, files := range map[string][2]string{
		"harbour": {harbour + ".yaml", harbour + ".txt"},
		"poyais":  {poyais + "network.yaml", poyais + "article.txt"},
	} {
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(files[0])
			if err != nil {
				t.Fatal(err)
			}
			article, err := os.ReadFile(files[1])
			if err != nil {
				t.Fatal(err)
			}
			editAtRandom(t, string(text), desk.Opening{Articles: map[string]string{"article.txt": string(article)}})
		})
	}
}

func editAtRandom(t *testing.T, text string, o desk.Opening) {
	const edits = 40
	r := rand.New(rand.NewPCG(1, 2))
	texts := []string{text}
	o.Text = text
	known := &desk.Engine{}
	shown := ask(t, known, "open", o)
	readable, partial := 0, 0
	for revision := 1; revision <= edits; revision++ {
		text := edited(r, texts[len(texts)-1])
		if r.IntN(4) == 0 {
			text = texts[r.IntN(len(texts))]
		}
		args := map[string]any{"revision": revision, "text": text, "have": shown["revision"]}
		if r.IntN(8) == 0 {
			args["have"] = -1 // another view
		}
		got := ask(t, known, "text", args)
		if got["since"] != nil {
			if got["since"] != shown["revision"] {
				t.Fatalf("edit %d: changes since %v, want %v", revision, got["since"], shown["revision"])
			}
			partial++
			for field, value := range shown {
				if _, differs := got[field]; !differs {
					got[field] = value
				}
			}
			delete(got, "since")
		}
		shown = got

		o.Text, o.Revision = text, revision
		want := ask(t, &desk.Engine{}, "open", o)
		if len(want["diagnostics"].([]any)) > 0 {
			if !reflect.DeepEqual(got["diagnostics"], want["diagnostics"]) {
				t.Fatalf("edit %d: diagnostics %v, want %v", revision, got["diagnostics"], want["diagnostics"])
			}
			continue
		}
		readable++
		texts = append(texts, text)
		for field := range want {
			if !reflect.DeepEqual(got[field], want[field]) {
				t.Fatalf("edit %d: %s differs:\n%v\nwant\n%v\nin\n%s", revision, field, got[field], want[field], text)
			}
		}
	}
	if readable < edits/2 || partial < edits/2 {
		t.Errorf("%d of %d texts could be read, %d answers had changes only", readable, edits, partial)
	}
}

// edited returns a text after one change like an author's.
func edited(r *rand.Rand, text string) string {
	lines := strings.SplitAfter(text, "\n")
	i := r.IntN(len(lines))
	line := lines[i]
	switch r.IntN(6) {
	case 0:
		lines[i] = fmt.Sprintf("# note %d\n%s", r.IntN(10), line)
	case 1: // one letter, also in a quote
		if at := strings.LastIndexAny(line, "aeiou"); at > strings.Index(line, ":") {
			lines[i] = line[:at] + string("aeiou"[r.IntN(5)]) + line[at+1:]
		}
	case 2:
		lines[i] = strings.Replace(line, "label: ", fmt.Sprintf("label: New %d ", r.IntN(3)), 1)
	case 3:
		lines[i] = strings.Replace(line, "kind: command", "kind: money, status: ambiguous", 1)
	case 4:
		if r.IntN(3) == 0 {
			lines[i] = ""
		}
	default:
		lines[i] = strings.NewReplacer(" said", " denied", " was ", " is ", " the ", " a ").Replace(line)
	}
	return strings.Join(lines, "")
}

// ask sends a request and returns the answer.
func ask(t *testing.T, e *desk.Engine, op string, args any) map[string]any {
	t.Helper()
	data, err := json.Marshal(args)
	if err != nil {
		t.Fatal(err)
	}
	result, _, err := e.Do(op, data, nil)
	if err != nil {
		t.Fatal(err)
	}
	var answer map[string]any
	if err := json.Unmarshal(result, &answer); err != nil {
		t.Fatal(err)
	}
	return answer
}
